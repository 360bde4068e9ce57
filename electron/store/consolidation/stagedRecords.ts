import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { recordOfText, sealedText } from '../../../shared/domain/sealRecord.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { connectForReading, connectToNewFile } from '../file/storeConnection.ts';

/** Changes out of packets that wait to be taken in, in a private file beside the workbook. */
export type StagedRecords = ReturnType<typeof stagedRecords>;

type Row = { readonly body: string; readonly hash: string };

/** In kilobytes: changes come in no order, and are looked up in none. */
const CACHE = 'cache_size = -32768';

/** Makes the file. */
export function createStaging(file: string): Database {
  const database = connectToNewFile(file);
  // Nobody misses it after a power cut: it is made again from the packets.
  database.pragma('synchronous = OFF');
  database.pragma(CACHE);
  database.exec(`
    CREATE TABLE staged (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
      entity TEXT NOT NULL, entity_id TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX staged_by_entity ON staged (entity, entity_id);
    CREATE TABLE staged_source (
      source INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (source, number)
    ) STRICT, WITHOUT ROWID;
  `);
  return database;
}

/** Opens the file for reading only. */
export function openStaging(file: string): Database {
  const database = connectForReading(file);
  database.pragma(CACHE);
  return database;
}

/** Access to staged changes. */
export function stagedRecords(staging: Database) {
  const known = staging.prepare<[string], { readonly number: number; readonly hash: string }>(
    'SELECT number, hash FROM staged WHERE id = ?',
  );
  const insert = staging.prepare<[string, string, string, string, string]>(
    'INSERT INTO staged (id, entity, entity_id, body, hash) VALUES (?, ?, ?, ?, ?)',
  );
  const note = staging.prepare<[number, number | bigint]>(
    'INSERT OR IGNORE INTO staged_source (source, number) VALUES (?, ?)',
  );
  const all = staging.prepare<[], Row>('SELECT body, hash FROM staged ORDER BY entity, entity_id, number');
  // Links before the evidence that they are of, which is then counted once and not with each of its links.
  const toTakeIn = staging.prepare<[], Row>('SELECT body, hash FROM staged ORDER BY entity DESC, entity_id');
  const ofSource = staging.prepare<[number], Row>(
    `SELECT body, hash FROM staged_source JOIN staged USING (number) WHERE source = ?
     ORDER BY entity, entity_id, number`,
  );
  const attachments = staging.prepare<[], Row>(
    `SELECT body, hash FROM staged WHERE entity = 'attachment' ORDER BY entity_id, number`,
  );
  const attachmentsOfSource = staging.prepare<[number], Row>(
    `SELECT body, hash FROM staged WHERE entity = 'attachment'
       AND EXISTS (SELECT 1 FROM staged_source WHERE source = ? AND staged_source.number = staged.number)
     ORDER BY entity_id, number`,
  );
  const count = staging.prepare<[], number>('SELECT count(*) FROM staged').pluck();

  return {
    /** @throws WorkbookError `damaged` when another packet has another change under the same number. */
    add(source: number, record: ChangeRecord): void {
      const before = known.get(record.id);
      if (before !== undefined && before.hash !== record.hash) throw twoContents();
      const number =
        before?.number ??
        insert.run(record.id, record.entity, record.entityId, sealedText(record), record.hash)
          .lastInsertRowid;
      note.run(source, number);
    },

    /** Every change once, those of one entry together. */
    *all(): Generator<ChangeRecord> {
      for (const { body, hash } of all.iterate()) yield recordOfText(body, hash);
    },

    /** Every change once, in the order in which they are taken in most quickly. */
    *toTakeIn(): Generator<ChangeRecord> {
      for (const { body, hash } of toTakeIn.iterate()) yield recordOfText(body, hash);
    },

    /** The changes of one source, those of one entry together. */
    *ofSource(source: number): Generator<ChangeRecord> {
      for (const { body, hash } of ofSource.iterate(source)) yield recordOfText(body, hash);
    },

    /** The changes of one source, or of all, that are about attached files. */
    *aboutAttachments(source?: number): Generator<ChangeRecord> {
      const rows = source === undefined ? attachments.iterate() : attachmentsOfSource.iterate(source);
      for (const { body, hash } of rows) yield recordOfText(body, hash);
    },

    count: (): number => count.get() ?? 0,
  };
}

/** The sentence for a number that stands for two contents. */
export function twoContents(): WorkbookError {
  return new WorkbookError(
    'damaged',
    'The packet holds a change under the number of another one. Nothing was taken from it.',
  );
}
