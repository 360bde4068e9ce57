import { canonicalForm } from '../canonicalForm.ts';
import { distinctValues, type EntityState } from '../entityState.ts';

/**
 * One line that says what is live in an entry: its kind, its id and, by field, its live values in one order. Undefined
 * where nothing is live.
 *
 * Two workbooks with the same lines hold the same, however it came there: no times, no authors, no record ids.
 */
export function canonicalLine(entity: string, entityId: string, state: EntityState): string | undefined {
  const fields = Object.keys(state).filter((field) => (state[field] ?? []).length > 0);
  if (fields.length === 0) return undefined;
  return canonicalForm([
    entity,
    entityId,
    Object.fromEntries(fields.map((field) => [field, distinctValues(state, field)])),
  ]);
}
