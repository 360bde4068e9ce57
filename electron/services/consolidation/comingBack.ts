import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import type { SetAside } from '../../store/consolidation/knownRecords.ts';

/**
 * What was written here, set aside with an undone consolidation, and comes back with changes that are about to be taken in:
 * all that builds on nothing which stays aside. By kind and id of the entry, with a space between them.
 */
export function comingBack(
  { ids, own }: SetAside,
  arriving: () => Iterable<string>,
): ReadonlyMap<string, readonly ChangeRecord[]> {
  const found = new Map<string, ChangeRecord[]>();
  if (own.length === 0) return found;
  const aside = new Set(ids);
  for (const id of arriving()) aside.delete(id);
  let waiting = own.filter(({ id }) => aside.has(id));
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    const ready = waiting.filter(({ parents }) =>
      Object.values(parents).every((named) => named.every((parent) => !aside.has(parent))),
    );
    for (const record of ready) {
      const key = `${record.entity} ${record.entityId}`;
      found.set(key, [...(found.get(key) ?? []), record]);
      aside.delete(record.id);
    }
    waiting = waiting.filter(({ id }) => aside.has(id));
  }
  return found;
}
