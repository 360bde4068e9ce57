import { copyFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Database } from 'better-sqlite3';
import yauzl from 'yauzl';
import { connectForWriting } from '../../../electron/store/file/storeConnection.ts';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';

/** What the last part of a packet's line adds to what is fingerprinted. */
const HASH_PART = ',"hash":"'.length + 64 + '"}'.length;

/** Inserts that the log takes, with its indexes and the program's settings, in a transaction that is committed and synced. */
export type BareLog = {
  readonly insert: (record: Pick<ChangeRecord, 'id' | 'entity' | 'entityId' | 'hash'>, body: string) => void;
  readonly commit: () => void;
};

/** A copy of a workbook's database whose log alone is inserted into. */
export function bareLog(folder: string, copy: string): BareLog {
  copyFileSync(workbookPaths(folder).database, copy);
  const database: Database = connectForWriting(copy);
  const insert = database.prepare<[string, string, string, string, string]>(
    'INSERT OR IGNORE INTO change_record (id, entity, entity_id, body, hash) VALUES (?, ?, ?, ?, ?)',
  );
  database.exec('BEGIN');
  return {
    insert: ({ id, entity, entityId, hash }, body) => void insert.run(id, entity, entityId, body, hash),
    commit() {
      database.exec('COMMIT');
      database.close();
    },
  };
}

/**
 * Tables that changes end in, beside the log: everything that a workbook keeps of them but for the search index. A row of
 * evidence has its links counted already, and a link that comes after it would be counted again.
 */
const keptTables = [
  'entity_state',
  'link',
  'evidence',
  'search_pending',
  'consolidated_record',
  'shared_record',
] as const;

/** Inserts into a copy of a workbook, bare, every row that taking changes in has added to it by the time it was `done`. */
export function insertKept(folder: string, copy: string, done: string): void {
  copyFileSync(workbookPaths(folder).database, copy);
  const database = connectForWriting(copy);
  database.prepare('ATTACH ? AS done').run(done);
  database.exec('BEGIN');
  database.exec(
    `INSERT INTO consolidation SELECT * FROM done.consolidation;
     INSERT INTO change_record SELECT * FROM done.change_record
       WHERE sequence > (SELECT max(sequence) FROM main.change_record);`,
  );
  for (const table of keptTables) database.exec(`INSERT OR IGNORE INTO ${table} SELECT * FROM done.${table}`);
  database.exec('COMMIT');
  database.close();
}

/** Reads packets once, unchecked, and inserts what is in them. */
export async function insertBare(packets: readonly string[], log: BareLog): Promise<void> {
  await readBare(packets, (line) => {
    // Written by the bench itself, as the program writes it.
    const record = JSON.parse(line) as ChangeRecord;
    log.insert(record, `${line.slice(0, -HASH_PART)}}`);
  });
  log.commit();
}

/** Goes over the lines of packets once. */
export async function readBare(
  packets: readonly string[],
  onLine: (line: string) => void = (line) => void JSON.parse(line),
): Promise<void> {
  for (const packet of packets) {
    const zip = await yauzl.openPromise(packet, { lazyEntries: true, autoClose: false });
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== 'changes.ndjson') continue;
      const lines = createInterface({ input: await zip.openReadStreamPromise(entry) });
      for await (const line of lines) onLine(line);
    }
    zip.close();
  }
}
