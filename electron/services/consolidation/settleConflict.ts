import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import type { Saved } from '../../../shared/api/views/fieldView.ts';
import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { isKnownField } from '../../../shared/domain/consolidation/isUnderstood.ts';
import { fieldsInConflict, headsByField, type EntityState } from '../../../shared/domain/entityState.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { Edit } from '../changes/recordEditor.ts';
import { savedView } from '../changes/savedView.ts';
import { labelOfEntity } from '../history/labelOfEntity.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/**
 * Settles a conflict: one change that replaces every value that its author was looking at, and beside it how and why. A
 * value that came in meanwhile was not looked at, and the field stays in conflict with it. What was being written to settle
 * it with goes in the same transaction.
 *
 * @throws WorkbookError `stale` when the field is not in conflict any more; `newer-version` for a field of a newer one.
 */
export function settleConflict(workbook: OpenWorkbook, input: ParsedInputOf<'settle-conflict'>): Saved {
  const { entity, entityId, field, value, how, reason = '', seen } = input;
  const state = workbook.states.get(entity, entityId)?.state ?? {};
  if (!fieldsInConflict(state).includes(field)) {
    throw new WorkbookError('stale', 'This has been settled already. Its history has every value.');
  }
  if (!isKnownField(entity, field)) {
    throw new WorkbookError(
      'newer-version',
      'This was written with a newer version of the program. Upgrade this one to settle it; nothing of it is lost until then.',
    );
  }
  const looked = { ...headsByField(state), ...seen };
  // Where a deletion is settled, all that was written beside it is.
  const settled = field === 'deleted' ? [...new Set(Object.values(looked).flat())] : (looked[field] ?? []);
  const edits =
    field === 'deleted'
      ? deletionEdits(workbook, input, state, settled)
      : [{ entity, entityId, set: { [field]: value }, seen }];
  const settlement: Edit = {
    entity: 'settlement',
    entityId: workbook.ids.randomHex(16),
    set: { about: `${entity} ${entityId}`, field, how, reason, settles: settled.join(' ') },
    // So that it goes and comes with them when a consolidation is undone, and taken in again.
    seen: { settles: settled },
  };
  const label = `Settling ${labelOfEntity(workbook, entity, entityId)}`;
  workbook.changes.apply([...edits, settlement], label, () => workbook.settlementDrafts.letGo(input));
  return savedView(workbook, entity, entityId);
}

/**
 * Deleting after all covers everything that was looked at; keeping brings back what the deletion had covered. It names what
 * was written beside the deletion as well: it builds on that, and goes with it when a consolidation is undone.
 */
function deletionEdits(
  workbook: OpenWorkbook,
  { entity, entityId, value, seen }: ParsedInputOf<'settle-conflict'>,
  state: EntityState,
  settled: readonly string[],
): readonly Edit[] {
  if (value === true) return [workbook.changes.deletion(entity, entityId, seen)];
  const covered = coveredValues(workbook, state);
  // What was in conflict when it was deleted is so again: a change for each of the values, side by side.
  const sideBySide = Math.max(1, ...[...covered.values()].map(({ length }) => length));
  return Array.from({ length: sideBySide }, (_none, place) => {
    const values = [...covered].flatMap(([field, { [place]: one }]) =>
      one === undefined ? [] : [[field, one] as const],
    );
    const set = { ...Object.fromEntries(values), deleted: false };
    return { entity, entityId, set, seen: { ...seen, deleted: settled } };
  });
}

/** The values, by field, that the live deletions cover and that nobody has written anew. */
function coveredValues(
  workbook: OpenWorkbook,
  state: EntityState,
): ReadonlyMap<string, readonly FieldValue[]> {
  const covered = new Map<string, Set<FieldValue>>();
  for (const [deletion, isDeletion] of state['deleted'] ?? []) {
    if (isDeletion !== true) continue;
    for (const [field, parents] of Object.entries(workbook.log.find(deletion)?.record.parents ?? {})) {
      if (field === 'deleted' || field in state) continue;
      const values = covered.get(field) ?? new Set();
      covered.set(field, values);
      for (const parent of parents) {
        const value = workbook.log.find(parent)?.record.set[field];
        if (value !== undefined) values.add(value);
      }
    }
  }
  return new Map([...covered].map(([field, values]) => [field, [...values]]));
}
