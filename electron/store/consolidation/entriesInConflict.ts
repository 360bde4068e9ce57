import type { Database } from 'better-sqlite3';
import type { EntityState } from '../../../shared/domain/entityState.ts';

export type EntryInConflict = {
  readonly entity: string;
  readonly entityId: string;
  readonly state: EntityState;
};

/** The entries with a field in conflict, in the order of kinds and ids. */
export function* entriesInConflict(database: Database): Generator<EntryInConflict> {
  const rows = database.prepare<[], { entity: string; entity_id: string; fields: string }>(
    'SELECT entity, entity_id, fields FROM entity_state WHERE conflict > 0 ORDER BY entity, entity_id',
  );
  for (const { entity, entity_id: entityId, fields } of rows.iterate()) {
    // Written by the projection from an EntityState.
    yield { entity, entityId, state: JSON.parse(fields) as EntityState };
  }
}
