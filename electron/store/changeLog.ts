import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../shared/domain/changeRecord.ts';
import { sealedText } from '../../shared/domain/sealRecord.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';

/** A record with its place in the order of arrival on this laptop. */
export type LoggedRecord = { readonly sequence: number; readonly record: ChangeRecord };

/** The log of change records: what the workbook is. Projections are rebuilt from it, never the other way round. */
export type ChangeLog = ReturnType<typeof changeLog>;

type Row = { readonly sequence: number; readonly body: string; readonly hash: string };

/** Access to the log of an open workbook. Callers bring their own transaction. */
export function changeLog(database: Database) {
  const insert = database.prepare<[string, string, string, string, string]>(
    'INSERT INTO change_record (id, entity, entity_id, body, hash) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const replace = database
    .prepare<[string, string, string, string], number>(
      'UPDATE change_record SET id = ?, body = ?, hash = ? WHERE id = ? RETURNING sequence',
    )
    .pluck();
  const hashOf = database.prepare<[string], string>('SELECT hash FROM change_record WHERE id = ?').pluck();
  const byId = database.prepare<[string], Row>('SELECT sequence, body, hash FROM change_record WHERE id = ?');
  const ofEntity = database.prepare<[string, string], Row>(
    'SELECT sequence, body, hash FROM change_record WHERE entity_id = ? AND entity = ? ORDER BY sequence DESC',
  );
  const newest = database.prepare<[number, number], Row>(
    'SELECT sequence, body, hash FROM change_record WHERE sequence < ? ORDER BY sequence DESC LIMIT ?',
  );
  const all = database.prepare<[], Row>('SELECT sequence, body, hash FROM change_record ORDER BY sequence');
  const last = database.prepare<[], number | null>('SELECT max(sequence) FROM change_record').pluck();
  const gaps = database.prepare<[], number>('SELECT count FROM log_gap').pluck();

  return {
    /** Adds a record and answers its place. Same id and same hash is already known: undefined. */
    append(record: ChangeRecord): number | undefined {
      const { id, entity, entityId, hash } = record;
      const { changes, lastInsertRowid } = insert.run(id, entity, entityId, sealedText(record), hash);
      if (changes > 0) return Number(lastInsertRowid);
      if (hashOf.get(id) === hash) return undefined;
      throw new WorkbookError(
        'damaged',
        'Two different changes carry the same number. Nothing was taken in.',
      );
    },

    /**
     * Puts a record in the place of one that never left this laptop and whose run of typing it carries on, and answers
     * that place. The log gets no gap, and a save while typing touches few of the file's pages.
     */
    replaceUnsealed(id: string, record: ChangeRecord): number {
      const sequence = replace.get(record.id, sealedText(record), record.hash, id);
      if (sequence === undefined) throw new Error('A record to be replaced is in the log');
      return sequence;
    },

    find(id: string): LoggedRecord | undefined {
      const row = byId.get(id);
      return row === undefined ? undefined : parsed(row);
    },

    /** Newest first. */
    ofEntity(entity: string, entityId: string): readonly LoggedRecord[] {
      return ofEntity.all(entityId, entity).map(parsed);
    },

    /** Up to `limit` records that arrived before `before`, newest first. */
    newest(before: number, limit: number): readonly LoggedRecord[] {
      return newest.all(before, limit).map(parsed);
    },

    /** Every record in the order of arrival, one at a time. */
    *all(): Generator<LoggedRecord> {
      for (const row of all.iterate()) yield parsed(row);
    },

    /** The place of the newest record; 0 in an empty log. */
    lastSequence: (): number => last.get() ?? 0,

    /** How many there are. */
    count: (): number => (last.get() ?? 0) - (gaps.get() ?? 0),
  };
}

/**
 * The record that a row of the log holds. The body was checked when it was written and is checked against its hash by
 * the verification, so that reading does not pay for it every time.
 */
function parsed(row: Row): LoggedRecord {
  // The text is this program's own canonical form of a parsed record; see `append`.
  const content = JSON.parse(row.body) as Omit<ChangeRecord, 'hash'>;
  return { sequence: row.sequence, record: { ...content, hash: row.hash } };
}
