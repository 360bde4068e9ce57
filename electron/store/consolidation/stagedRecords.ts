import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { recordOfText, sealedText } from '../../../shared/domain/sealRecord.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { connectForReading, connectToNewFile } from '../file/storeConnection.ts';

/** Changes out of packets that wait to be taken in, in a private file beside the workbook. */
export type StagedRecords = ReturnType<typeof stagedRecords>;

type Row = { readonly body: string; readonly hash: string };
type SourcedRow = Row & { readonly number: number; readonly source: number; readonly known: number };

/** A change with the sources that it is in, and whether the workbook has it. */
export type StagedRecord = {
  readonly change: ChangeRecord;
  readonly sources: readonly number[];
  readonly isKnown: boolean;
};

/** In kilobytes: changes come in no order, and are looked up in none. */
const CACHE = 'cache_size = -32768';

/** Makes the file. */
export function createStaging(file: string): Database {
  const database = connectToNewFile(file);
  // Nobody misses it after a power cut, and nobody reads what is deleted from it: it is made again from the packets.
  for (const setting of ['journal_mode = MEMORY', 'synchronous = OFF', 'secure_delete = OFF', CACHE])
    database.pragma(setting);
  database.exec(`
    CREATE TABLE staged (
      number INTEGER PRIMARY KEY, source INTEGER NOT NULL, known INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,
      entity TEXT NOT NULL, entity_id TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL
    ) STRICT;
    -- Further sources of a change that an earlier one had brought.
    CREATE TABLE staged_again (
      number INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (number, source)
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

/** Access to staged changes. Callers bring their own transaction, and `arrange` them before they read any. */
export function stagedRecords(staging: Database) {
  const before = staging.prepare<[string], { number: number; source: number; hash: string }>(
    'SELECT number, source, hash FROM staged WHERE id = ?',
  );
  const insert = staging.prepare<[number, number, string, string, string, string, string]>(
    `INSERT INTO staged (source, known, id, entity, entity_id, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
  );
  const again = staging.prepare<[number, number]>(
    'INSERT OR IGNORE INTO staged_again (number, source) VALUES (?, ?)',
  );
  const last = staging.prepare<[], number | null>('SELECT max(number) FROM staged').pluck();
  const drop = staging.prepare<[number]>('DELETE FROM staged WHERE number > ?');
  const dropAgain = staging.prepare<[number]>('DELETE FROM staged_again WHERE source = ?');
  const all = staging.prepare<[], SourcedRow>(
    'SELECT number, source, known, body, hash FROM staged ORDER BY entity, entity_id, number',
  );
  const alsoIn = staging
    .prepare<[number], number>('SELECT source FROM staged_again WHERE number = ?')
    .pluck();
  const isAnyAgain = staging.prepare<[], number>('SELECT 1 FROM staged_again LIMIT 1').pluck();
  const kinds = staging
    .prepare<[], string>('SELECT DISTINCT entity FROM staged ORDER BY entity DESC')
    .pluck();
  const ofKind = staging.prepare<[string], Row>(
    'SELECT body, hash FROM staged WHERE entity = ? ORDER BY entity_id, number',
  );
  const attachments = staging.prepare<{ source: number | null }, Row>(
    `SELECT body, hash FROM staged WHERE entity = 'attachment'
       AND (:source IS NULL OR source = :source
         OR EXISTS (SELECT 1 FROM staged_again WHERE staged_again.number = staged.number AND source = :source))
     ORDER BY entity_id, number`,
  );
  const count = staging.prepare<[], number>('SELECT count(*) FROM staged').pluck();

  return {
    /** Begins with the next source: the way back to where nothing of it was there. */
    begin(source: number): () => void {
      const ahead = last.get() ?? 0;
      return () => {
        drop.run(ahead);
        dropAgain.run(source);
      };
    },

    /** @throws WorkbookError `damaged` when another packet has another change under the same number. */
    add(source: number, change: ChangeRecord, isKnown: boolean): void {
      const { id, entity, entityId, hash } = change;
      const { changes } = insert.run(source, isKnown ? 1 : 0, id, entity, entityId, sealedText(change), hash);
      if (changes > 0) return;
      const known = before.get(id);
      if (known?.hash !== hash) throw twoContents();
      if (known.source !== source) again.run(known.number, source);
    },

    /** To be called when all are in. In order at once is quicker than keeping an order while they come in without any. */
    arrange(): void {
      staging.exec('CREATE INDEX staged_by_entity ON staged (entity, entity_id)');
    },

    /** Every change once, those of one entry together. */
    *all(): Generator<StagedRecord> {
      const areSomeAgain = isAnyAgain.get() !== undefined;
      for (const { number, source, known, body, hash } of all.iterate()) {
        const sources = areSomeAgain ? [source, ...alsoIn.all(number)] : [source];
        yield { change: recordOfText(body, hash), sources, isKnown: known === 1 };
      }
    },

    /**
     * Every change once, in the order in which they are taken in most quickly: links before the evidence that they are of,
     * which is then counted once and not with each of its links.
     */
    *toTakeIn(): Generator<ChangeRecord> {
      for (const kind of kinds.all()) {
        for (const { body, hash } of ofKind.iterate(kind)) yield recordOfText(body, hash);
      }
    },

    /** The changes of one source, or of all, that are about attached files. */
    *aboutAttachments(source: number | null): Generator<ChangeRecord> {
      for (const { body, hash } of attachments.iterate({ source })) yield recordOfText(body, hash);
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
