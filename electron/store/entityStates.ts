import type { Database } from 'better-sqlite3';
import { isEntityKind } from '../../shared/domain/entityCatalogue.ts';
import { fieldsInConflict, type EntityState } from '../../shared/domain/entityState.ts';

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
  const startingWith = database.prepare<{ entity: string; start: string }, Row>(
    `SELECT ${columns} FROM entity_state
     WHERE entity = :entity AND entity_id >= :start AND entity_id < :start || char(1114111) ORDER BY entity_id`,
  );
  const numbered = database.prepare<[number], Row>(`SELECT ${columns} FROM entity_state WHERE number = ?`);
  const conflicts = database
    .prepare<[], number | null>('SELECT sum(conflict) FROM entity_state WHERE conflict > 0')
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
  const add = database.prepare<[string, string, string, number, number]>(
    'INSERT INTO entity_state (entity, entity_id, fields, conflict, sequence) VALUES (?, ?, ?, ?, ?)',
  );
  const change = database.prepare<[string, number, number, number]>(
    'UPDATE entity_state SET fields = ?, conflict = ?, sequence = ? WHERE number = ?',
  );
  // One save asks after the same entity several times.
  let lastText = '{}';
  let lastState: EntityState = {};

  function stored(row: Row): StoredState {
    if (row.fields !== lastText) {
      // Written by `put` from an EntityState, and compared with the log by the verification.
      lastState = JSON.parse(row.fields) as EntityState;
      lastText = row.fields;
    }
    const { number, entity, entity_id: entityId, sequence } = row;
    return { number, entity, entityId, state: lastState, sequence };
  }

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

    /** The entities of a kind whose ids start like this, in the order of ids. */
    startingWith: (entity: string, start: string): readonly StoredState[] =>
      startingWith.all({ entity, start }).map(stored),

    /**
     * Writes the state after a record at `sequence` and answers the row's number. `known` is what `get` answered for the
     * entity a moment ago.
     */
    put(
      entity: string,
      entityId: string,
      state: EntityState,
      sequence: number,
      known: StoredState | undefined,
    ): number {
      const fields = JSON.stringify(state);
      const conflict = fieldsInConflict(state).length;
      if (known === undefined)
        return Number(add.run(entity, entityId, fields, conflict, sequence).lastInsertRowid);
      change.run(fields, conflict, Math.max(sequence, known.sequence), known.number);
      return known.number;
    },

    /** How many entities are of kinds that this version does not know: kept as they are for a newer one. */
    deferred(): number {
      const unknown = kinds.all().filter((kind) => !isEntityKind(kind));
      return unknown.reduce((sum, kind) => sum + (countOfKind.get(kind) ?? 0), 0);
    },

    /** How many fields are in conflict, of all entities. */
    conflicts: (): number => conflicts.get() ?? 0,
  };
}
