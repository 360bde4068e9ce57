import { canonicalForm } from './canonicalForm.ts';
import type { ChangeRecord, FieldValue } from './changeRecord.ts';

/** The live records of one field with their values, sorted by record id. */
export type Heads = readonly (readonly [record: string, value: FieldValue])[];

/** The live records of every field of one entity. A field without any is absent. */
export type EntityState = Readonly<Record<string, Heads>>;

/**
 * The state after one more record of the same entity has arrived.
 *
 * Taking records in one by one gives, in any order, what `foldRecords` gives for all of them at once; a property holds
 * the two together. `isReplaced` tells whether a record known earlier named this one as its parent in a field.
 */
export function withRecord(
  state: EntityState,
  record: Pick<ChangeRecord, 'id' | 'set' | 'parents'>,
  isReplaced: (field: string) => boolean,
): EntityState {
  const next = new Map<string, Heads>(Object.entries(state));
  for (const [field, parents] of Object.entries(record.parents)) {
    next.set(
      field,
      (next.get(field) ?? []).filter(([head]) => !parents.includes(head)),
    );
  }
  for (const [field, value] of Object.entries(record.set)) {
    if (isReplaced(field) || record.parents[field]?.includes(record.id)) continue;
    const heads: Heads = [...(next.get(field) ?? []), [record.id, value]];
    next.set(
      field,
      heads.toSorted(([left], [right]) => (left < right ? -1 : 1)),
    );
  }
  return Object.fromEntries(
    [...next].filter(([, heads]) => heads.length > 0).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

/** The state as if a record had never been: for a record that another one of the same run of typing takes in. */
export function withoutRecord(state: EntityState, id: string): EntityState {
  return Object.fromEntries(
    Object.entries(state)
      .map(([field, heads]) => [field, heads.filter(([head]) => head !== id)] as const)
      .filter(([, heads]) => heads.length > 0),
  );
}

/** The distinct live values of a field, in one order. None: never written, or withdrawn. Several: a conflict. */
export function distinctValues(state: EntityState, field: string): readonly FieldValue[] {
  const heads = state[field] ?? [];
  if (heads.length < 2) return heads.map(([, value]) => value);
  const bySpelling = new Map(heads.map(([, value]) => [canonicalForm(value), value]));
  return [...bySpelling.keys()].sort().map((spelling) => bySpelling.get(spelling) ?? null);
}

/** The value of a settled field; undefined when it was never written, or is in conflict. */
export function settledValue(state: EntityState, field: string): FieldValue | undefined {
  const values = distinctValues(state, field);
  return values.length === 1 ? values[0] : undefined;
}

/** The text of a settled field; empty when there is none, or it is in conflict. */
export function settledText(state: EntityState, field: string): string {
  const value = settledValue(state, field);
  return typeof value === 'string' ? value : '';
}

/** Whether somebody has deleted the entity and nobody has brought it back knowing of that. */
export function isDeleted(state: EntityState): boolean {
  return distinctValues(state, 'deleted').includes(true);
}

/**
 * The fields in conflict: more than one live value, or `deleted` when one person deleted what another changed.
 *
 * A deletion withdraws every value that its author saw, so whatever is still live beside it was written without knowing.
 */
export function fieldsInConflict(state: EntityState): readonly string[] {
  const several = Object.keys(state).filter(
    (field) => (state[field] ?? []).length > 1 && distinctValues(state, field).length > 1,
  );
  if (!('deleted' in state) || !isDeleted(state) || several.includes('deleted')) return several;
  const changedBeside = Object.keys(state).some((field) => field !== 'deleted');
  return changedBeside ? [...several, 'deleted'] : several;
}

/** The ids of every field's live records: what an edit made now replaces. */
export function headsByField(state: EntityState): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(state).map(([field, heads]) => [field, heads.map(([record]) => record)]),
  );
}
