import type { Database } from 'better-sqlite3';
import { canonicalForm } from '../../../shared/domain/canonicalForm.ts';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { connectForReading, connectToNewFile } from '../file/storeConnection.ts';

/** Changes out of packets that wait to be taken in, in a private file beside the workbook. */
export type StagedRecords = ReturnType<typeof stagedRecords>;

type Row = { readonly id: string; readonly body: string; readonly hash: string };

/** Makes the file. */
export function createStaging(file: string): Database {
  const database = connectToNewFile(file);
  // Nobody misses it after a power cut: it is made again from the packets.
  database.pragma('synchronous = OFF');
  database.exec(`
    CREATE TABLE staged (
      id TEXT PRIMARY KEY, entity TEXT NOT NULL, entity_id TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX staged_by_entity ON staged (entity, entity_id);
    CREATE TABLE staged_source (source INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (source, id)) STRICT, WITHOUT ROWID;
  `);
  return database;
}

/** Opens the file for reading only. */
export function openStaging(file: string): Database {
  return connectForReading(file);
}

/** Access to staged changes. */
export function stagedRecords(staging: Database) {
  const known = staging.prepare<[string], string>('SELECT hash FROM staged WHERE id = ?').pluck();
  const insert = staging.prepare<[string, string, string, string, string]>(
    'INSERT INTO staged (id, entity, entity_id, body, hash) VALUES (?, ?, ?, ?, ?)',
  );
  const note = staging.prepare<[number, string]>(
    'INSERT OR IGNORE INTO staged_source (source, id) VALUES (?, ?)',
  );
  const forget = staging.prepare<[number]>('DELETE FROM staged_source WHERE source = ?');
  const forgetOrphans = staging.prepare('DELETE FROM staged WHERE id NOT IN (SELECT id FROM staged_source)');
  const all = staging.prepare<[], Row>('SELECT id, body, hash FROM staged ORDER BY entity, entity_id, id');
  const ofSource = staging.prepare<[number], Row>(
    `SELECT id, body, hash FROM staged JOIN staged_source USING (id) WHERE source = ? ORDER BY entity, entity_id, id`,
  );
  const ids = staging.prepare<[], string>('SELECT id FROM staged').pluck();

  return {
    /** @throws WorkbookError `damaged` when another packet has another change under the same number. */
    add(source: number, record: ChangeRecord): void {
      const hash = known.get(record.id);
      if (hash !== undefined && hash !== record.hash) throw twoContents();
      if (hash === undefined) {
        const { hash: fingerprint, ...content } = record;
        insert.run(record.id, record.entity, record.entityId, canonicalForm(content), fingerprint);
      }
      note.run(source, record.id);
    },

    /** Takes a source back out, as if it had never been read. */
    drop(source: number): void {
      forget.run(source);
      forgetOrphans.run();
    },

    /** Every change once, those of one entry together. */
    *all(): Generator<ChangeRecord> {
      for (const row of all.iterate()) yield parsed(row);
    },

    /** The changes of one source, those of one entry together. */
    *ofSource(source: number): Generator<ChangeRecord> {
      for (const row of ofSource.iterate(source)) yield parsed(row);
    },

    ids: (): readonly string[] => ids.all(),
  };
}

/** The sentence for a number that stands for two contents. */
export function twoContents(): WorkbookError {
  return new WorkbookError(
    'damaged',
    'The packet holds a change under the number of another one. Nothing was taken from it.',
  );
}

function parsed(row: Row): ChangeRecord {
  // Written by `add` from a checked record, in this program's own canonical form.
  const content = JSON.parse(row.body) as Omit<ChangeRecord, 'hash'>;
  return { ...content, hash: row.hash };
}
