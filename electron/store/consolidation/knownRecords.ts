import type { Database } from 'better-sqlite3';
import type { EntityState } from '../../../shared/domain/entityState.ts';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { recordOfText } from '../../../shared/domain/sealRecord.ts';
import { entityStates } from '../entityStates.ts';

/** What a workbook already has, as far as a comparison with arriving changes asks. */
export type KnownRecords = ReturnType<typeof knownRecords>;

/** What undone consolidations set aside: all of it by ids, and what of it had been written here. */
export type SetAside = { readonly ids: readonly string[]; readonly own: readonly ChangeRecord[] };

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
    setAside: (): SetAside => setAsideIn(database),
  };
}

function setAsideIn(database: Database): SetAside {
  const own = database
    .prepare<[], { body: string; hash: string }>('SELECT body, hash FROM set_aside_record WHERE own = 1')
    .all()
    .map(({ body, hash }) => recordOfText(body, hash));
  // Most workbooks have none, and then the others are of no matter.
  if (own.length === 0) return { ids: [], own };
  const ids = database.prepare<[], string>('SELECT id FROM set_aside_record').pluck().all();
  return { ids, own };
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
  setAside: () => ({ ids: [], own: [] }),
};
