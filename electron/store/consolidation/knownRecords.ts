import type { Database } from 'better-sqlite3';
import type { EntityState } from '../../../shared/domain/entityState.ts';
import { entityStates } from '../entityStates.ts';

/** What a workbook already has, as far as a comparison with arriving changes asks. */
export type KnownRecords = ReturnType<typeof knownRecords>;

/** Over an open workbook or a snapshot of it. */
export function knownRecords(database: Database) {
  const hashOf = database.prepare<[string], string>('SELECT hash FROM change_record WHERE id = ?').pluck();
  const awaited = database
    .prepare<[string, string, string, string], number>(
      'SELECT 1 FROM awaited_parent WHERE record = ? AND entity = ? AND entity_id = ? AND field = ?',
    )
    .pluck();
  const states = entityStates(database);

  return {
    hashOf: (id: string): string | undefined => hashOf.get(id),
    stateOf: (entity: string, entityId: string): EntityState => states.get(entity, entityId)?.state ?? {},
    /** Whether a record named this one, which had not come yet, as replaced in a field. */
    isReplaced: (id: string, entity: string, entityId: string, field: string): boolean =>
      awaited.get(id, entity, entityId, field) !== undefined,
  };
}

/** What a workbook that is still to be made has. */
export const nothingKnown: KnownRecords = {
  hashOf: () => undefined,
  stateOf: () => ({}),
  isReplaced: () => false,
};
