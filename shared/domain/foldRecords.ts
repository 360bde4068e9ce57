import { canonicalForm } from './canonicalForm.ts';
import type { ChangeRecord, FieldValue } from './changeRecord.ts';

/** A value that no known change replaces, and every record that set it: equal values are one live value. */
export type LiveValue = {
  readonly value: FieldValue;
  /** Ids of the records, sorted. More than one when people wrote the same thing independently. */
  readonly records: readonly string[];
};

/** The live values of each field of one entity. One value: settled. Several: a conflict. Sorted, so comparable. */
export type FoldedEntity = ReadonlyMap<string, readonly LiveValue[]>;

/** Entities by `entityKey`. */
export type FoldedWorkbook = ReadonlyMap<string, FoldedEntity>;

/** The key of an entity in a folded workbook. Kinds contain no space, so it is unambiguous. */
export function entityKey(entity: string, entityId: string): string {
  return `${entity} ${entityId}`;
}

/**
 * The live values of a set of records.
 *
 * A value is live when no record in the set names its record as parent for that field. Neither the order of the records
 * nor their times matter; parents that are not in the set count once they arrive. See "Change records" in
 * docs/architecture.md.
 */
export function foldRecords(records: Iterable<ChangeRecord>): FoldedWorkbook {
  const all = [...records];
  const replaced = new Set<string>();
  for (const record of all) {
    for (const [field, parents] of Object.entries(record.parents)) {
      for (const parent of parents)
        replaced.add(`${parent} ${entityKey(record.entity, record.entityId)} ${field}`);
    }
  }

  const heads = new Map<string, Map<string, ChangeRecord[]>>();
  for (const record of all) {
    const key = entityKey(record.entity, record.entityId);
    for (const field of Object.keys(record.set)) {
      if (replaced.has(`${record.id} ${key} ${field}`)) continue;
      const fields = heads.get(key) ?? new Map<string, ChangeRecord[]>();
      heads.set(key, fields);
      fields.set(field, [...(fields.get(field) ?? []), record]);
    }
  }

  const folded = new Map<string, FoldedEntity>();
  for (const key of [...heads.keys()].sort()) {
    const fields = heads.get(key) ?? new Map<string, ChangeRecord[]>();
    folded.set(
      key,
      new Map([...fields.keys()].sort().map((field) => [field, liveValues(field, fields.get(field) ?? [])])),
    );
  }
  return folded;
}

/** The distinct values that `records` set in `field`, in one order whatever order they came in. */
export function liveValues(
  field: string,
  records: readonly Pick<ChangeRecord, 'id' | 'set'>[],
): readonly LiveValue[] {
  const byValue = new Map<string, { value: FieldValue; records: string[] }>();
  for (const record of records) {
    const value = record.set[field];
    if (value === undefined) continue;
    const spelling = canonicalForm(value);
    const live = byValue.get(spelling) ?? { value, records: [] };
    live.records.push(record.id);
    byValue.set(spelling, live);
  }
  return [...byValue.keys()].sort().map((spelling) => {
    const live = byValue.get(spelling);
    if (live === undefined) throw new Error('A key of a map has a value');
    return { value: live.value, records: live.records.sort() };
  });
}
