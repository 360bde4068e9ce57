import type { Database } from 'better-sqlite3';
import { migrations } from '../migrations/migrations.ts';
import { projector } from '../projector.ts';
import { checkFold } from './checkFold.ts';
import type { Problem } from './checkRecords.ts';
import { migrate } from './migrate.ts';
import { connectToMemory } from './storeConnection.ts';

/**
 * The tables that are compared, and the columns that name a row of each, in an order that an index has. All columns count
 * but `number`, which only follows the order in which rows came to be; that the tables agree on it is compared by itself.
 */
const projections = [
  {
    table: 'entity_state',
    key: ['entity', 'entity_id'],
    what: 'The current values of an entry do not agree with its changes',
  },
  {
    table: 'evidence',
    key: ['id'],
    what: 'A row of the evidence register does not agree with its changes',
  },
  {
    table: 'link',
    key: ['target_kind', 'target_id', 'evidence_id'],
    what: 'A link does not agree with its changes',
  },
  {
    table: 'evidence_spread',
    key: ['target_kind', 'target_id', 'kind', 'partner'],
    what: 'A count of evidence does not agree with the links',
  },
  {
    table: 'evidence_date',
    key: ['target_kind', 'target_id', 'date'],
    what: 'A count of evidence does not agree with the links',
  },
  {
    table: 'joining',
    key: ['one', 'other'],
    what: 'What has been joined does not agree with its changes',
  },
  {
    table: 'joined',
    key: ['evidence_id'],
    what: 'What has been joined does not agree with its changes',
  },
  {
    table: 'attachment',
    key: ['entity_id'],
    what: 'An attachment’s row does not agree with its changes',
  },
  {
    table: 'awaited_parent',
    key: ['record', 'entity', 'entity_id', 'field'],
    what: 'A change that is waited for is not noted as it should be',
  },
] as const;

/**
 * Makes every projection anew from the log, in memory, and compares it row by row with what is stored; the current values
 * also with the fold, which shares no code with the projector. `onStep` is called between the parts.
 */
export function checkProjections(
  database: Database,
  onProblem: (problem: Problem) => void,
  onStep: () => void = () => {},
): void {
  checkFold(database, onProblem);
  onStep();
  const rebuilt = connectToMemory();
  try {
    migrate(rebuilt, migrations);
    copyLog(database, rebuilt);
    onStep();
    projector(rebuilt).rebuild();
    onStep();
    for (const { table, key, what } of projections) {
      const query = wholeRows(rebuilt, table, key);
      for (const where of differences(rowsOf(database, query), rowsOf(rebuilt, query))) {
        onProblem({ what, where });
      }
    }
    for (const where of database.prepare<[], string>(STRAY_NUMBERS).pluck().all()) {
      onProblem({ what: 'A number in the evidence register is not its entry’s', where });
    }
    for (const where of differences(rowsOf(database, INDEXED), rowsOf(rebuilt, INDEXED))) {
      onProblem({ what: 'The search index does not agree with the entries', where });
    }
  } finally {
    rebuilt.close();
  }
}

/** Each row of a table as its key and all its columns. The names are the schema's own, never anybody's input. */
function wholeRows(database: Database, table: string, key: readonly string[]): string {
  const columns = database
    .prepare<[string], string>("SELECT name FROM pragma_table_info(?) WHERE name <> 'number'")
    .pluck()
    .all(table);
  return `SELECT ${key.join(" || ' ' || ")}, json_array(${columns.join(', ')}) FROM ${table} ORDER BY ${key.join(', ')}`;
}

const STRAY_NUMBERS = `SELECT id FROM evidence e WHERE NOT EXISTS
  (SELECT 1 FROM entity_state s WHERE s.number = e.number AND s.entity = 'evidence' AND s.entity_id = e.id)`;

/** The entries that are in the search index, or wait to be put into it before the next search. */
const INDEXED = `SELECT s.entity || ' ' || s.entity_id, '' FROM entity_state s
  WHERE s.number IN (SELECT rowid FROM search_text UNION SELECT number FROM search_pending)
  ORDER BY s.entity, s.entity_id`;

type Rows = IterableIterator<[key: string, row: string]>;

function rowsOf(database: Database, query: string): Rows {
  return database.prepare<[], [string, string]>(query).raw().iterate();
}

function copyLog(from: Database, to: Database): void {
  const insert = to.prepare(
    'INSERT INTO change_record (sequence, id, entity, entity_id, body, hash) VALUES (?, ?, ?, ?, ?, ?)',
  );
  to.transaction(() => {
    const rows = from
      .prepare<[], unknown[]>('SELECT sequence, id, entity, entity_id, body, hash FROM change_record')
      .raw();
    for (const row of rows.iterate()) insert.run(...row);
  })();
}

/**
 * The keys whose rows differ or are on one side only. Both sides come in the same order and are read in step, so that a
 * large workbook is never in memory as a whole. Where they part, the rest of both is compared by key.
 */
function differences(stored: Rows, made: Rows): readonly string[] {
  for (;;) {
    const [left, right] = [stored.next(), made.next()];
    if (left.done === true && right.done === true) return [];
    if (left.done !== true && right.done !== true && isSame(left.value, right.value)) continue;
    const storedRest = new Map(left.done === true ? [] : [left.value, ...stored]);
    const madeRest = new Map(right.done === true ? [] : [right.value, ...made]);
    const keys = new Set([...storedRest.keys(), ...madeRest.keys()]);
    return [...keys].filter((key) => storedRest.get(key) !== madeRest.get(key));
  }
}

function isSame(left: readonly [string, string], right: readonly [string, string]): boolean {
  return left[0] === right[0] && left[1] === right[1];
}
