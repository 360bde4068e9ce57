import type { Migration } from './migration.ts';

/** What the counts of evidence are kept by: the table, and the columns that tell its rows apart. */
const counts = [
  ['evidence_spread', 'target_kind, target_id, kind, partner'],
  ['evidence_date', 'target_kind, target_id, date'],
] as const;

/** Statements that add the links for which the condition holds to the counts. */
function countIn(condition: string): string {
  return counts
    .map(
      ([table, columns]) =>
        `INSERT INTO ${table} SELECT ${columns}, 1 FROM counted_link WHERE ${condition}
         ON CONFLICT DO UPDATE SET count = count + 1;`,
    )
    .join('\n');
}

/** Statements that take the links for which the condition holds off the counts. */
function countOut(condition: string): string {
  return counts
    .map(([table, columns]) => {
      const rows = `(${columns}) IN (SELECT ${columns} FROM counted_link WHERE ${condition})`;
      return `UPDATE ${table} SET count = count - 1 WHERE ${rows};
        DELETE FROM ${table} WHERE count = 0 AND ${rows};`;
    })
    .join('\n');
}

/** The one link that a trigger is about. */
function theLink(row: 'OLD' | 'NEW'): string {
  return `evidence_id = ${row}.evidence_id AND target_kind = ${row}.target_kind AND target_id = ${row}.target_id`;
}

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

    -- How many records have been taken out of the log, so that they need not be counted one by one.
    CREATE TABLE log_gap (count INTEGER NOT NULL) STRICT;
    INSERT INTO log_gap (count) VALUES (0);
    CREATE TRIGGER record_taken_out AFTER DELETE ON change_record BEGIN
      UPDATE log_gap SET count = count + 1 - max(0, OLD.sequence - coalesce((SELECT max(sequence) FROM change_record), 0));
    END;

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

    -- uses: how many links stand. The indexes are the orders of the register, each ending in the number.
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
      uses INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      changed_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX evidence_by_change ON evidence (deleted, changed);
    CREATE INDEX evidence_by_title ON evidence (deleted, title COLLATE NOCASE);
    CREATE INDEX evidence_by_date ON evidence (deleted, date);
    CREATE INDEX evidence_by_kind ON evidence (deleted, kind);
    CREATE INDEX evidence_by_partner ON evidence (deleted, partner);
    CREATE INDEX evidence_by_uses ON evidence (deleted, uses);
    CREATE INDEX evidence_by_title_key ON evidence (title_key);
    CREATE INDEX evidence_deleted ON evidence (id) WHERE deleted = 1;

    CREATE TABLE link (
      evidence_id TEXT NOT NULL,
      target_kind TEXT NOT NULL,
      target_id TEXT NOT NULL,
      PRIMARY KEY (target_kind, target_id, evidence_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX link_of_evidence ON link (evidence_id);

    -- How the evidence that is not deleted is spread over what it is linked to, kept up by the triggers below, because
    -- adding it up takes half a second where there are a hundred thousand pieces. '' stands for none.
    CREATE TABLE evidence_spread (
      target_kind TEXT NOT NULL,
      target_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      partner TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (target_kind, target_id, kind, partner)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE evidence_date (
      target_kind TEXT NOT NULL,
      target_id TEXT NOT NULL,
      date TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (target_kind, target_id, date)
    ) STRICT, WITHOUT ROWID;

    -- Every link of an item that is not deleted, with what is counted; the triggers add it to the counts or take it off.
    CREATE VIEW counted_link (number, evidence_id, target_kind, target_id, kind, partner, date) AS
      SELECT number, evidence_id, target_kind, target_id, ifnull(kind, ''), ifnull(partner, ''), ifnull(date, '')
      FROM link JOIN evidence ON evidence.id = link.evidence_id WHERE deleted = 0;

    CREATE TRIGGER link_added AFTER INSERT ON link BEGIN
      UPDATE evidence SET uses = uses + 1 WHERE id = NEW.evidence_id;
      ${countIn(theLink('NEW'))}
    END;
    CREATE TRIGGER link_removed BEFORE DELETE ON link BEGIN
      UPDATE evidence SET uses = uses - 1 WHERE id = OLD.evidence_id;
      ${countOut(theLink('OLD'))}
    END;
    CREATE TRIGGER evidence_added AFTER INSERT ON evidence BEGIN
      ${countIn('evidence_id = NEW.id')}
    END;
    CREATE TRIGGER evidence_removed BEFORE DELETE ON evidence BEGIN
      ${countOut('evidence_id = OLD.id')}
    END;
    CREATE TRIGGER evidence_moving BEFORE UPDATE OF kind, partner, date, deleted ON evidence BEGIN
      ${countOut('evidence_id = OLD.id')}
    END;
    CREATE TRIGGER evidence_moved AFTER UPDATE OF kind, partner, date, deleted ON evidence BEGIN
      ${countIn('evidence_id = NEW.id')}
    END;

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
