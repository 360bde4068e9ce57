import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { Migration } from '../migrations/migration.ts';
import { damagedSentence, explainReadingFailure } from './fileFailure.ts';
import { migrate } from './migrate.ts';
import { connectToMemory } from './storeConnection.ts';

/**
 * Holds the file against what `migrations` make: the same tables, columns and indexes, and from every table a first row.
 *
 * Damage to what says which tables there are, to the head of the search index, or to the version itself (which would have
 * a migration run twice) is met here and said as what it is, and not later as a fault of the program.
 *
 * @throws WorkbookError `damaged`. Nothing is written.
 */
export function checkTables(database: Database, migrations: readonly Migration[]): void {
  const expected = connectToMemory();
  const folder = path.dirname(database.name);
  try {
    migrate(expected, migrations);
    if (layoutOf(database).join() !== layoutOf(expected).join()) {
      throw new WorkbookError('damaged', damagedSentence(folder));
    }
    for (const table of tablesOf(expected)) database.prepare(`SELECT * FROM ${table} LIMIT 1`).get();
  } catch (cause) {
    throw explainReadingFailure(cause, folder);
  } finally {
    expected.close();
  }
}

// The tables that SQLite's search index keeps for itself are left out: they may differ from one SQLite to the next.
const TABLES = `SELECT name FROM pragma_table_list
  WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%'`;

const LAYOUT = `SELECT t.name || '.' || c.name AS part FROM (${TABLES}) t JOIN pragma_table_info(t.name) c
  UNION SELECT name FROM sqlite_schema WHERE type = 'index' AND name NOT LIKE 'sqlite%' ORDER BY part`;

function tablesOf(database: Database): readonly string[] {
  return database.prepare<[], string>(TABLES).pluck().all();
}

/** Every column as `table.column`, and every index. */
function layoutOf(database: Database): readonly string[] {
  return database.prepare<[], string>(LAYOUT).pluck().all();
}
