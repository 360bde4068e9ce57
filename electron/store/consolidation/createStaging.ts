import type { Database } from 'better-sqlite3';
import { described } from '../evidenceDescription.ts';
import { connectToNewFile } from '../file/storeConnection.ts';

/** In kilobytes: changes come in no order, and are looked up in none. */
export const STAGING_CACHE = 65_536;

/** Makes the private file in which changes out of packets wait to be taken in. */
export function createStaging(file: string): Database {
  const database = connectToNewFile(file);
  // Nobody misses it after a power cut, and nobody reads what is deleted from it: it is made again from the packets.
  for (const setting of [
    'journal_mode = MEMORY',
    'synchronous = OFF',
    'secure_delete = OFF',
    'cell_size_check = OFF',
    `cache_size = -${STAGING_CACHE}`,
  ])
    database.pragma(setting);
  database.exec(`
    CREATE TABLE staged (
      number INTEGER PRIMARY KEY, source INTEGER NOT NULL, known INTEGER NOT NULL, id TEXT NOT NULL,
      entity TEXT NOT NULL, entity_id TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL
    ) STRICT;
    -- Further sources of a change that an earlier one had brought.
    CREATE TABLE staged_again (
      number INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (number, source)
    ) STRICT, WITHOUT ROWID;

    -- The changes by kind and entry; those of one entry in the order in which they came.
    CREATE TABLE arranged (place INTEGER PRIMARY KEY, number INTEGER NOT NULL) STRICT;
    -- The places of each kind; its new entries, and how many changes of new entries lie before these.
    CREATE TABLE kind (
      entity TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL,
      first_entry INTEGER NOT NULL, last_entry INTEGER NOT NULL, ahead INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Entries of which the workbook has nothing, as they are once their changes are in; see newEntries.ts.
    CREATE TABLE new_entry (
      entry INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, ahead INTEGER NOT NULL,
      entity_id TEXT NOT NULL, fields TEXT NOT NULL, conflict INTEGER NOT NULL,
      -- Where the link that it is leads from and to, if it is one that stands.
      evidence_id TEXT, target_kind TEXT, target_id TEXT
    ) STRICT;
    CREATE TABLE new_evidence (
      entry INTEGER PRIMARY KEY, ${described.join(' ANY, ')} ANY
    ) STRICT;
    -- The places of all other changes.
    CREATE TABLE other_change (place INTEGER PRIMARY KEY) STRICT;
  `);
  return database;
}
