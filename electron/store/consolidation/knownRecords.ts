import type { Database } from 'better-sqlite3';
import type { EntityState } from '../../../shared/domain/entityState.ts';
import { entityStates } from '../entityStates.ts';

/** What a workbook already has, as far as a comparison with arriving changes asks. */
export type KnownRecords = ReturnType<typeof knownRecords>;

/** In kilobytes: what arrives is looked up in no order. */
const CACHE = 'cache_size = -32768';

/** Over a snapshot of a workbook. */
export function knownRecords(database: Database) {
  database.pragma(CACHE);
  const awaited = database
    .prepare<[string, string, string, string], number>(
      'SELECT 1 FROM awaited_parent WHERE record = ? AND entity = ? AND entity_id = ? AND field = ?',
    )
    .pluck();
  // Most workbooks await none, and then there is nothing to look for.
  const awaitsAny = database.prepare('SELECT 1 FROM awaited_parent LIMIT 1').get() !== undefined;
  const states = entityStates(database);

  return {
    hashOf: knownHashes(database),
    /** Undefined for an entry of which it has nothing. */
    stateOf: (entity: string, entityId: string): EntityState | undefined =>
      states.get(entity, entityId)?.state,
    /** Whether a record named this one, which had not come yet, as replaced in a field. */
    isReplaced: (id: string, entity: string, entityId: string, field: string): boolean =>
      awaitsAny && awaited.get(id, entity, entityId, field) !== undefined,
  };
}

/** Answers the hash of a record that a workbook has. */
function knownHashes(database: Database): (id: string) => string | undefined {
  const hashOf = database.prepare<[string], string>('SELECT hash FROM change_record WHERE id = ?').pluck();
  return (id) => hashOf.get(id);
}

/** What a workbook that is still to be made has. */
export const nothingKnown: KnownRecords = {
  hashOf: () => undefined,
  stateOf: () => undefined,
  isReplaced: () => false,
};
