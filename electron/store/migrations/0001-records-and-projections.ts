import type { Migration } from './migration.ts';

/**
 * The log of change records and, beside it, what can be rebuilt from it at any time.
 *
 * `change_record.body` is the exact text that `hash` is the SHA-256 of; the other columns repeat parts of it for look-up
 * and are compared with it by the verification. Everything below the log is a projection.
 */
export const recordsAndProjections: Migration = {
  version: 1,
  purpose: 'Change records, entity states, evidence, links and the search index',
  sql: `
    CREATE TABLE workbook_property (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE change_record (
      sequence INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      entity TEXT NOT NULL,
      entity_id TEXT NOT NULL,
      body TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX change_record_of_entity ON change_record (entity_id, entity);

    -- Parents that a record named before they had arrived: when they come, they are replaced already.
    CREATE TABLE awaited_parent (
      record TEXT NOT NULL,
      entity TEXT NOT NULL,
      entity_id TEXT NOT NULL,
      field TEXT NOT NULL,
      PRIMARY KEY (record, entity, entity_id, field)
    ) STRICT, WITHOUT ROWID;

    -- fields: {"field": [["record id", value], …]}: every live record of every field.
    CREATE TABLE entity_state (
      number INTEGER PRIMARY KEY,
      entity TEXT NOT NULL,
      entity_id TEXT NOT NULL,
      fields TEXT NOT NULL,
      conflict INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      UNIQUE (entity, entity_id)
    ) STRICT;
    CREATE INDEX entity_state_in_conflict ON entity_state (entity, entity_id) WHERE conflict = 1;

    CREATE TABLE evidence (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      title_key TEXT NOT NULL,
      kind TEXT,
      date TEXT,
      period TEXT,
      source TEXT,
      partner TEXT,
      conflict INTEGER NOT NULL,
      deleted INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      changed_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX evidence_by_change ON evidence (deleted, changed);
    CREATE INDEX evidence_by_title ON evidence (deleted, title COLLATE NOCASE);
    CREATE INDEX evidence_by_title_key ON evidence (title_key);

    CREATE TABLE link (
      evidence_id TEXT NOT NULL,
      target_kind TEXT NOT NULL,
      target_id TEXT NOT NULL,
      PRIMARY KEY (target_kind, target_id, evidence_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX link_of_evidence ON link (evidence_id);

    CREATE TABLE attachment (
      entity_id TEXT PRIMARY KEY,
      evidence_id TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      name TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      media_type TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX attachment_of_evidence ON attachment (evidence_id);
    CREATE INDEX attachment_by_content ON attachment (sha256);

    CREATE VIRTUAL TABLE search_text USING fts5 (
      words, content = '', contentless_delete = 1,
      tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
    );
    -- Entities whose words changed since they were last put into search_text; indexed before the next search.
    CREATE TABLE search_pending (number INTEGER PRIMARY KEY) STRICT;
  `,
};
