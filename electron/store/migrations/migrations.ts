import { recordsAndProjections } from './0001-records-and-projections.ts';
import { consolidations } from './0002-consolidations.ts';
import { joinedEvidenceAndHandBacks } from './0003-joined-evidence-and-hand-backs.ts';
import { evidenceWithoutMoment } from './0004-evidence-without-moment.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema in its order. */
export const migrations: readonly Migration[] = [
  recordsAndProjections,
  consolidations,
  joinedEvidenceAndHandBacks,
  evidenceWithoutMoment,
];
