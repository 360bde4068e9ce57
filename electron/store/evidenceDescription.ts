import { titleKey } from '../../shared/domain/alikeEvidence.ts';
import type { FieldValue } from '../../shared/domain/changeRecord.ts';
import {
  distinctValues,
  fieldsInConflict,
  isDeleted,
  settledValue,
  type EntityState,
} from '../../shared/domain/entityState.ts';

/** What the register sorts, filters and shows, in the order of the columns. */
export const described = [
  'title',
  'title_key',
  'kind',
  'date',
  'period',
  'source',
  'partner',
  'conflict',
  'deleted',
] as const;
export type EvidenceDescription = Readonly<Record<(typeof described)[number], string | number | null>>;

/** What the register says of a piece of evidence; `title` where it goes by one that its state does not hold any more. */
export function evidenceDescription(
  state: EntityState,
  isStoodFor: boolean,
  title = liveTitle(state),
): EvidenceDescription {
  return {
    title,
    title_key: titleKey(title),
    kind: textOrNull(settledValue(state, 'kind')),
    date: textOrNull(settledValue(state, 'date')),
    period: textOrNull(settledValue(state, 'period')),
    source: textOrNull(settledValue(state, 'source')),
    partner: textOrNull(settledValue(state, 'partner')),
    conflict: fieldsInConflict(state).length > 0 ? 1 : 0,
    deleted: isDeleted(state) ? 1 : isStoodFor ? 2 : 0,
  };
}

/** The title, or every title while they differ; empty for none. */
export function liveTitle(state: EntityState): string {
  return distinctValues(state, 'title')
    .filter((value) => typeof value === 'string')
    .join(' / ');
}

function textOrNull(value: FieldValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
