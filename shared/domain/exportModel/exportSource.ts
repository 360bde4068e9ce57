import type { EntityFields, EntityKind } from '../entityCatalogue.ts';
import type { LinkTarget } from '../entityIdentity.ts';
import type { EntityState } from '../entityState.ts';
import type { EvidenceSummary } from '../evidenceStrength.ts';
import type { Catalogue } from '../frameworkSchema.ts';

/** One entity with every live value of every field, so that a conflict can be shown with all of them. */
export type ExportEntity<Kind extends EntityKind> = {
  readonly kind: Kind;
  readonly id: string;
  readonly state: EntityState;
};

/** The names of an entity kind's fields. */
export type FieldOf<Kind extends EntityKind> = keyof EntityFields<Kind> & string;

/** One file on one item of evidence. */
export type ExportFile = { readonly name: string; readonly bytes: number; readonly sha256: string };

/** One item of evidence with all that hangs on it. */
export type ExportEvidence = ExportEntity<'evidence'> & {
  /** Its place in the register, from 1. The same in two copies that hold the same records. */
  readonly number: number;
  readonly links: readonly LinkTarget[];
  readonly files: readonly ExportFile[];
};

/** What the finished file has to contain, counted in the workbook and not in the rows made from it. */
export type ExportCounts = {
  /** Questions answered, each voice counted. */
  readonly answers: number;
  /** Grades given, each voice counted; "not yet evaluated" and "not enough evidence" are given too. */
  readonly grades: number;
  readonly evidence: number;
  readonly files: number;
  readonly actions: number;
  readonly indicatorValues: number;
  readonly participation: number;
};

/**
 * Everything that an export shows, read from one snapshot of a workbook.
 *
 * Evidence is read row by row and can be gone through several times: there may be a hundred thousand items.
 */
export type ExportSource = {
  readonly workbook: ExportEntity<'workbook'>;
  /** Frameworks with this workbook's corrections and its own partners. */
  readonly catalogue: Catalogue;
  /** ISO 8601, Coordinated Universal Time. */
  readonly generatedAt: string;
  readonly appVersion: string;
  readonly counts: ExportCounts;
  readonly answers: readonly ExportEntity<'answer'>[];
  readonly grades: readonly ExportEntity<'grade'>[];
  readonly actions: readonly ExportEntity<'action'>[];
  readonly indicators: readonly ExportEntity<'indicator'>[];
  readonly indicatorValues: readonly ExportEntity<'indicator-value'>[];
  readonly participation: readonly ExportEntity<'participation'>[];
  readonly pathwayCells: readonly ExportEntity<'pathway-cell'>[];
  /** Every item, in the order of its number. */
  readonly evidence: () => Iterable<ExportEvidence>;
  /** The items linked to any of the targets, each once, in the order of their numbers. */
  readonly evidenceLinkedTo: (targets: readonly LinkTarget[]) => Iterable<ExportEvidence>;
  /** What the strength rule looks at, for the items linked to any of the targets, each counted once. */
  readonly summaryOf: (targets: readonly LinkTarget[]) => EvidenceSummary;
};
