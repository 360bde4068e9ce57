import type { ChangeRecord } from '../changeRecord.ts';
import type { EntityState, Heads } from '../entityState.ts';

/** What of a record decides on the state of its entity. */
export type IncomingRecord = Pick<ChangeRecord, 'id' | 'set' | 'parents'>;

/**
 * The state of one entity once `records`, which are not in it yet, have been taken in. Their order does not matter.
 *
 * `isReplaced` tells whether a record that is already known names this one as its parent in a field: of records that
 * arrive after those that replaced them, nothing becomes live.
 */
export function stateAfter(
  before: EntityState,
  records: readonly IncomingRecord[],
  isReplaced: (record: string, field: string) => boolean,
): EntityState {
  const [only] = records;
  if (only !== undefined && records.length === 1 && Object.keys(before).length === 0)
    return stateOf(only, isReplaced);
  const replacedNow = new Set(
    records.flatMap(({ parents }) =>
      Object.entries(parents).flatMap(([field, ids]) => ids.map((id) => `${id} ${field}`)),
    ),
  );
  const heads = new Map<string, Heads>(Object.entries(before));
  for (const { id, set } of records) {
    for (const [field, value] of Object.entries(set)) {
      if (!isReplaced(id, field)) heads.set(field, [...(heads.get(field) ?? []), [id, value]]);
    }
  }
  return Object.fromEntries(
    [...heads]
      .map(([field, live]) => [field, live.filter(([id]) => !replacedNow.has(`${id} ${field}`))] as const)
      .filter(([, live]) => live.length > 0)
      .map(([field, live]) => [field, live.toSorted(([left], [right]) => (left < right ? -1 : 1))] as const)
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
}

/** The state of an entity that one record alone has touched, as most have been. */
function stateOf(
  { id, set, parents }: IncomingRecord,
  isReplaced: (record: string, field: string) => boolean,
): EntityState {
  const fields = Object.keys(set).filter(
    (field) => !isReplaced(id, field) && parents[field]?.includes(id) !== true,
  );
  return Object.fromEntries(fields.sort().map((field) => [field, [[id, set[field] ?? null]]]));
}
