import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { distinctValues, settledValue, type EntityState } from '../../../shared/domain/entityState.ts';
import type { Edit } from './recordEditor.ts';

/** Of some fields, those with several live values, and the values. */
export function contestedFields(
  state: EntityState,
  fields: readonly string[],
): Readonly<Record<string, readonly FieldValue[]>> {
  return Object.fromEntries(
    fields
      .map((field) => [field, distinctValues(state, field)] as const)
      .filter(([, values]) => values.length > 1),
  );
}

/** The edits that make fields which have been settled since contested again: a change for each value, side by side. */
export function editsBackToContest(
  entry: Pick<Edit, 'entity' | 'entityId'>,
  state: EntityState,
  contested: Readonly<Record<string, readonly FieldValue[]>>,
): readonly Edit[] {
  return Object.entries(contested).flatMap(([field, values]) => {
    const standing = settledValue(state, field);
    const isAmongThem = values.some((value) => value === standing);
    // The value that stands stays, with the others beside it; one that was not among them is replaced by all.
    const seen = isAmongThem ? [] : (state[field] ?? []).map(([record]) => record);
    return (
      values
        .filter((value) => value !== standing)
        // Withdrawing nothing says that it is no typing, which would be joined to the change that is taken back.
        .map((value) => ({ ...entry, set: { [field]: value }, seen: { [field]: seen }, withdraw: [] }))
    );
  });
}
