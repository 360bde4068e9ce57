import type { Migration } from './migration.ts';

/**
 * What was taken in, when and with what result, and what has been handed over. None of it belongs to the records: it is
 * about this copy, and a copy that loses it loses no content.
 */
export const consolidations: Migration = {
  version: 2,
  purpose: 'Consolidations, what they took in, what an undone one set aside, and what others have',
  sql: `
    CREATE TABLE consolidation (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      at TEXT NOT NULL,
      -- JSON: what it took in, from whom, with what result. See electron/store/consolidation/consolidationReceipt.ts.
      receipt TEXT NOT NULL,
      undone_at TEXT
    ) STRICT;

    CREATE TABLE consolidated_record (
      consolidation INTEGER NOT NULL REFERENCES consolidation (number),
      record TEXT NOT NULL,
      PRIMARY KEY (consolidation, record)
    ) STRICT, WITHOUT ROWID;

    -- Records that an undone consolidation had brought, and those written here that build on them. They come back when
    -- what they build on comes back.
    CREATE TABLE set_aside_record (
      id TEXT PRIMARY KEY,
      consolidation INTEGER NOT NULL REFERENCES consolidation (number),
      body TEXT NOT NULL,
      hash TEXT NOT NULL,
      -- 1: written in this workbook after the consolidation; 0: had come in with it.
      own INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Records that somebody else has: they came in a packet (1), or went out in one (0).
    CREATE TABLE shared_record (
      record TEXT PRIMARY KEY,
      received INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
