import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../shared/domain/changeRecord.ts';
import { withRecord, withoutRecord, type EntityState } from '../../shared/domain/entityState.ts';
import { changeLog, type LoggedRecord } from './changeLog.ts';
import { entityStates } from './entityStates.ts';
import { evidenceProjections } from './evidenceProjections.ts';

/** Keeps the projections in step with the log, record by record, in the caller's transaction. */
export type Projector = ReturnType<typeof projector>;

/** The projector of an open workbook. */
export function projector(database: Database) {
  const states = entityStates(database);
  const log = changeLog(database);
  const rows = evidenceProjections(database, log);
  const placeOf = database
    .prepare<[string], number>('SELECT sequence FROM change_record WHERE id = ?')
    .pluck();
  const await_ = database.prepare<[string, string, string, string]>(
    'INSERT OR IGNORE INTO awaited_parent (record, entity, entity_id, field) VALUES (?, ?, ?, ?)',
  );
  const awaitedIn = database
    .prepare<[string, string, string], string>(
      'SELECT field FROM awaited_parent WHERE record = ? AND entity = ? AND entity_id = ?',
    )
    .pluck();
  const pending = database.prepare<[number]>('INSERT OR IGNORE INTO search_pending (number) VALUES (?)');

  /** Notes the parents that have not arrived. */
  function awaitParents({ record, sequence }: LoggedRecord): void {
    for (const [field, parents] of Object.entries(record.parents)) {
      for (const parent of parents) {
        if ((placeOf.get(parent) ?? Infinity) > sequence)
          await_.run(parent, record.entity, record.entityId, field);
      }
    }
  }

  /** The state after the record; `squashed` is one that it takes the place of. */
  function stateAfter(before: EntityState, record: ChangeRecord, squashed: string | undefined): EntityState {
    // It was made here a moment ago: nobody can have named it before.
    if (squashed !== undefined) return withRecord(withoutRecord(before, squashed), record, () => false);
    const replaced = awaitedIn.all(record.id, record.entity, record.entityId);
    return withRecord(before, record, (field) => replaced.includes(field));
  }

  /**
   * Takes a logged record into the projections; `squashed` is an unsealed record that it takes the place of, and whose
   * parents it names.
   */
  function project(logged: LoggedRecord, squashed?: string): EntityState {
    const { record, sequence } = logged;
    const { entity, entityId } = record;
    if (squashed === undefined) awaitParents(logged);
    const known = states.get(entity, entityId);
    const state = stateAfter(known?.state ?? {}, record, squashed);
    const number = states.put(entity, entityId, state, sequence, known);
    if (entity === 'evidence') rows.evidence(logged, { number, state }, known);
    if (entity === 'link') rows.link(entityId, state);
    if (entity === 'joining') rows.joining(entityId, state);
    if (entity === 'attachment') rows.attachment(entityId, state);
    if (hasWords(entity)) pending.run(number);
    return state;
  }

  return {
    project,

    /** Empties every projection and makes it anew from the log, in one transaction. */
    rebuild: database.transaction((): void => {
      database.exec(`
        DELETE FROM awaited_parent; DELETE FROM entity_state; DELETE FROM evidence; DELETE FROM link;
        DELETE FROM joining; DELETE FROM joined; DELETE FROM attachment; DELETE FROM search_pending;
        INSERT INTO search_text (search_text) VALUES ('delete-all');
      `);
      for (const place of database
        .prepare<[], number>('SELECT sequence FROM change_record ORDER BY sequence')
        .pluck()
        .all()) {
        const [logged] = log.newest(place + 1, 1);
        if (logged !== undefined) project(logged);
      }
    }),
  };
}

/** Links have no words of their own, and there are more of them than of anything else. */
export function hasWords(entity: string): boolean {
  return entity !== 'link';
}
