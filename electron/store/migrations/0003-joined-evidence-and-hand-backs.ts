import type { Migration } from './migration.ts';

/**
 * Which pieces of evidence others stand for, so that what has been joined is listed, counted and exported once; how many
 * fields of an entry are in conflict; and, about this copy and not about the records, to whom a hand-back was written and
 * what is being written to settle conflicts with.
 *
 * From here on `evidence.deleted` is 2 for a piece that another one stands for, the links of the one that stands are
 * those of all of them, and `entity_state.conflict` is the number of fields in conflict.
 */
export const joinedEvidenceAndHandBacks: Migration = {
  version: 3,
  purpose: 'Joined evidence is listed once; hand-backs and settlements being written are remembered',
  sql: `
    -- The joinings that everybody agrees on.
    CREATE TABLE joining (
      one TEXT NOT NULL,
      other TEXT NOT NULL,
      PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX joining_by_other ON joining (other);

    -- Pieces that are not listed, as another one, joined with them directly or through others, stands for them.
    CREATE TABLE joined (
      evidence_id TEXT PRIMARY KEY,
      stands_in TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX joined_by_stand_in ON joined (stands_in);

    DROP INDEX evidence_deleted;
    CREATE INDEX evidence_not_listed ON evidence (id) WHERE deleted <> 0;

    INSERT INTO joining
      SELECT substr(entity_id, 1, instr(entity_id, '+') - 1), substr(entity_id, instr(entity_id, '+') + 1)
      FROM entity_state
      WHERE entity = 'joining' AND entity_id LIKE '_%+_%' AND entity_id NOT LIKE '%+%+%'
        AND fields -> '$.joined' IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM json_each(fields, '$.joined') WHERE value ->> 1 <> 1);
    INSERT INTO joined
      WITH RECURSIVE
        edge (evidence, next) AS (SELECT one, other FROM joining UNION SELECT other, one FROM joining),
        group_of (evidence, member) AS (
          SELECT evidence, evidence FROM edge
          UNION SELECT group_of.evidence, next FROM group_of JOIN edge ON edge.evidence = member
        )
      SELECT evidence, min(member) AS first FROM group_of
      WHERE evidence IN (SELECT id FROM evidence WHERE deleted = 0)
        AND member IN (SELECT id FROM evidence WHERE deleted = 0)
      GROUP BY evidence HAVING first <> evidence;
    UPDATE evidence SET deleted = 2 WHERE id IN (SELECT evidence_id FROM joined);
    INSERT OR IGNORE INTO link
      SELECT stands_in, target_kind, target_id FROM joined JOIN link USING (evidence_id);

    CREATE TABLE hand_back (
      replica TEXT NOT NULL,
      author TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (replica, author)
    ) STRICT, WITHOUT ROWID;

    -- It was 1 for any number of fields. A deletion beside what somebody changed is a field in conflict of its own.
    DROP INDEX entity_state_in_conflict;
    UPDATE entity_state SET conflict =
      (SELECT count(*) FROM json_each(fields) AS field
        WHERE (SELECT count(DISTINCT head.value -> 1) FROM json_each(field.value) AS head) > 1)
      + (EXISTS (SELECT 1 FROM json_each(fields) WHERE key <> 'deleted')
        AND (SELECT count(DISTINCT value -> 1) = 1 AND max(value ->> 1) = 1
          FROM json_each(fields, '$.deleted')))
      WHERE conflict = 1;
    CREATE INDEX entity_state_in_conflict ON entity_state (entity, entity_id, conflict) WHERE conflict > 0;

    -- What somebody is writing to settle a conflict with. It is no change yet, and stays on this laptop.
    CREATE TABLE settlement_draft (
      entity TEXT NOT NULL,
      entity_id TEXT NOT NULL,
      field TEXT NOT NULL,
      body TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (entity, entity_id, field)
    ) STRICT, WITHOUT ROWID;
  `,
};
