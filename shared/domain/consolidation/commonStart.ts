import type { ChangeRecord, FieldValue } from '../changeRecord.ts';

/** A record by its id, as far as it is known here. */
export type FindRecord = (id: string) => Pick<ChangeRecord, 'set' | 'parents'> | undefined;

/** Histories longer than this are not followed to their end: the start is then not shown. */
const FOLLOWED = 20_000;

/**
 * The value that all of `heads` were written from: that of the nearest records that every one of them goes back to.
 * Undefined when there is none, or when several different ones are equally near.
 */
export function commonStart(
  field: string,
  heads: readonly string[],
  find: FindRecord,
): FieldValue | undefined {
  const [first, ...others] = heads.map((head) => ancestorsOf(field, head, find));
  if (first === undefined || others.length === 0) return undefined;
  const shared = [...first].filter((id) => others.every((ancestors) => ancestors.has(id)));
  const outdated = new Set(shared.flatMap((id) => find(id)?.parents[field] ?? []));
  const nearest = shared.filter((id) => !outdated.has(id));
  // A record that emptied the field, or took the value back, is a start as well: nothing stood there.
  const values = new Set(nearest.map((id) => find(id)?.set[field] ?? null));
  const [value] = values;
  return values.size === 1 ? (value ?? undefined) : undefined;
}

/** The record itself and everything that it goes back to in the field. */
function ancestorsOf(field: string, head: string, find: FindRecord): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [head];
  for (let id = waiting.pop(); id !== undefined && found.size < FOLLOWED; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(find(id)?.parents[field] ?? []));
  }
  return found;
}
