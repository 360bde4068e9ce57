import type { Database } from 'better-sqlite3';
import { isEntityKind } from '../../shared/domain/entityCatalogue.ts';
import type { EntityState } from '../../shared/domain/entityState.ts';

/** An entity's state as the projection keeps it. */
export type StoredState = {
  /** The row's number, which the search index knows it by. */
  readonly number: number;
  readonly entity: string;
  readonly entityId: string;
  readonly state: EntityState;
  /** Place of the newest record that touched it. */
  readonly sequence: number;
};

type Row = {
  readonly number: number;
  readonly entity: string;
  readonly entity_id: string;
  readonly fields: string;
  readonly sequence: number;
};

/** The current values of every entity, by kind and id. */
export type EntityStates = ReturnType<typeof entityStates>;

/** Access to the projection `entity_state`. Writing is the projector's. */
export function entityStates(database: Database) {
  const columns = 'number, entity, entity_id, fields, sequence';
  const one = database.prepare<[string, string], Row>(
    `SELECT ${columns} FROM entity_state WHERE entity = ? AND entity_id = ?`,
  );
  const ofKind = database.prepare<[string], Row>(
    `SELECT ${columns} FROM entity_state WHERE entity = ? ORDER BY entity_id`,
  );
  const numbered = database.prepare<[number], Row>(`SELECT ${columns} FROM entity_state WHERE number = ?`);
  const conflicts = database
    .prepare<[], number>('SELECT count(*) FROM entity_state WHERE conflict = 1')
    .pluck();
  // From kind to kind through the index: there are a dozen kinds and there may be a million entities.
  const kinds = database
    .prepare<[], string>(
      `WITH RECURSIVE kind (name) AS (
         SELECT min(entity) FROM entity_state
         UNION ALL SELECT (SELECT min(entity) FROM entity_state WHERE entity > name) FROM kind WHERE name IS NOT NULL
       ) SELECT name FROM kind WHERE name IS NOT NULL`,
    )
    .pluck();
  const countOfKind = database
    .prepare<[string], number>('SELECT count(*) FROM entity_state WHERE entity = ?')
    .pluck();
  const write = database.prepare<[string, string, string, number, number], number>(
    `INSERT INTO entity_state (entity, entity_id, fields, conflict, sequence) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (entity, entity_id) DO UPDATE
       SET fields = excluded.fields, conflict = excluded.conflict, sequence = excluded.sequence
     RETURNING number`,
  );
  const numberOf = write.pluck();

  return {
    get(entity: string, entityId: string): StoredState | undefined {
      const row = one.get(entity, entityId);
      return row === undefined ? undefined : stored(row);
    },

    byNumber(number: number): StoredState | undefined {
      const row = numbered.get(number);
      return row === undefined ? undefined : stored(row);
    },

    /** Every entity of a kind, in the order of ids. */
    *ofKind(entity: string): Generator<StoredState> {
      for (const row of ofKind.iterate(entity)) yield stored(row);
    },

    /** Writes the state and answers the row's number. */
    put(entity: string, entityId: string, state: EntityState, conflict: boolean, sequence: number): number {
      const number = numberOf.get(entity, entityId, JSON.stringify(state), conflict ? 1 : 0, sequence);
      if (number === undefined) throw new Error('An upsert answers its row');
      return number;
    },

    /** How many entities are of kinds that this version does not know: kept as they are for a newer one. */
    deferred(): number {
      const unknown = kinds.all().filter((kind) => !isEntityKind(kind));
      return unknown.reduce((sum, kind) => sum + (countOfKind.get(kind) ?? 0), 0);
    },

    /** How many entities have a field in conflict. */
    conflicts: (): number => conflicts.get() ?? 0,
  };
}

function stored(row: Row): StoredState {
  return {
    number: row.number,
    entity: row.entity,
    entityId: row.entity_id,
    // Written by `put` from an EntityState, and compared with the log by the verification.
    state: JSON.parse(row.fields) as EntityState,
    sequence: row.sequence,
  };
}
