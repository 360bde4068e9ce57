import type { Database } from 'better-sqlite3';
import { foldRecords } from '../../../shared/domain/foldRecords.ts';
import { changeLog } from '../changeLog.ts';
import { migrations } from '../migrations/migrations.ts';
import { projector } from '../projector.ts';
import { searchIndex } from '../searchIndex.ts';
import type { Problem } from './checkRecords.ts';
import { migrate } from './migrate.ts';
import { connectToMemory } from './storeConnection.ts';

/**
 * What is compared, as text that orders and names each row. Row numbers are left out where they only follow the order in
 * which rows came to be; that the tables agree on them is compared by itself.
 */
const projections = [
  {
    what: 'The current values of an entry do not agree with its changes',
    query: `SELECT entity || ' ' || entity_id, fields || conflict || ' ' || sequence FROM entity_state ORDER BY 1`,
  },
  {
    what: 'A row of the evidence register does not agree with its changes',
    query: `SELECT id, json_array(title, title_key, kind, date, period, source, partner, conflict, deleted, changed, changed_at)
            FROM evidence ORDER BY 1`,
  },
  {
    what: 'A link does not agree with its changes',
    query: `SELECT evidence_id || '>' || target_kind || ':' || target_id, '' FROM link ORDER BY 1`,
  },
  {
    what: 'An attachment’s row does not agree with its changes',
    query: `SELECT entity_id, json_array(evidence_id, sha256, name, bytes, media_type) FROM attachment ORDER BY 1`,
  },
  {
    what: 'A change that is waited for is not noted as it should be',
    query: `SELECT json_array(record, entity, entity_id, field), '' FROM awaited_parent ORDER BY 1`,
  },
  {
    what: 'The register’s numbers do not agree with the entries’',
    query: `SELECT id, number = (SELECT number FROM entity_state s WHERE s.entity = 'evidence' AND s.entity_id = id)
            FROM evidence ORDER BY 1`,
  },
] as const;

/**
 * Makes every projection anew from the log, in memory, and compares it row by row with what is stored; the current values
 * also with the fold, which shares no code with the projector.
 */
export function checkProjections(database: Database, onProblem: (problem: Problem) => void): void {
  const rebuilt = connectToMemory();
  try {
    migrate(rebuilt, migrations);
    copyLog(database, rebuilt);
    projector(rebuilt).rebuild();
    for (const { what, query } of projections) {
      for (const where of differences(rowsOf(database, query), rowsOf(rebuilt, query))) onProblem({ what, where });
    }
    for (const where of differences(foldedRows(database), rowsOf(database, FIELDS))) {
      onProblem({ what: 'The current values of an entry are not what its changes fold to', where });
    }
    for (const where of searchDifferences(database, rebuilt)) {
      onProblem({ what: 'The search index does not agree with the entries', where });
    }
  } finally {
    rebuilt.close();
  }
}

const FIELDS = `SELECT entity || ' ' || entity_id, fields FROM entity_state WHERE fields <> '{}' ORDER BY 1`;

type Rows = ReadonlyMap<string, string>;

function rowsOf(database: Database, query: string): Rows {
  return new Map(database.prepare<[], [string, string]>(query).raw().all());
}

function copyLog(from: Database, to: Database): void {
  const insert = to.prepare('INSERT INTO change_record (sequence, id, entity, entity_id, body, hash) VALUES (?, ?, ?, ?, ?, ?)');
  to.transaction(() => {
    const rows = from.prepare<[], unknown[]>('SELECT sequence, id, entity, entity_id, body, hash FROM change_record').raw();
    for (const row of rows.iterate()) insert.run(...row);
  })();
}

/** The fold of all records, spelled as `entity_state.fields` spells it. */
function foldedRows(database: Database): Rows {
  const records = [...changeLog(database).all()].map(({ record }) => record);
  const rows = [...foldRecords(records)].map(([key, fields]) => {
    const spelled = [...fields].map(([field, values]) => [
      field,
      values
        .flatMap(({ value, records: heads }) => heads.map((head) => [head, value] as const))
        .toSorted(([left], [right]) => (left < right ? -1 : 1)),
    ]);
    return [key, JSON.stringify(Object.fromEntries(spelled))] as const;
  });
  return new Map(rows);
}

/** The keys whose rows differ or are on one side only. */
function differences(stored: Rows, made: Rows): readonly string[] {
  const keys = new Set([...stored.keys(), ...made.keys()]);
  return [...keys].filter((key) => stored.get(key) !== made.get(key));
}

/**
 * The entries whose words are indexed on one side only. An entry that is still to be indexed counts as agreeing: it will
 * be before the next search.
 */
function searchDifferences(database: Database, rebuilt: Database): readonly string[] {
  searchIndex(rebuilt).indexPending();
  const indexed = `SELECT s.entity || ' ' || s.entity_id, 1 FROM search_text t JOIN entity_state s ON s.number = t.rowid`;
  const pending = `SELECT s.entity || ' ' || s.entity_id, 1 FROM search_pending p JOIN entity_state s ON s.number = p.number`;
  const waiting = rowsOf(database, pending);
  return differences(rowsOf(database, indexed), rowsOf(rebuilt, indexed)).filter((key) => !waiting.has(key));
}
