import path from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Migration } from '../migrations/migration.ts';
import { explainReadingFailure } from './fileFailure.ts';
import { migrate } from './migrate.ts';
import { connectToMemory } from './storeConnection.ts';

/**
 * Asks every table that `migrations` make for a first row, all columns. Damage to what says which tables there are, or
 * to the head of the search index, is met here and said as what it is, and not later as a fault of the program.
 *
 * @throws WorkbookError `damaged`. Nothing is written.
 */
export function checkTables(database: Database, migrations: readonly Migration[]): void {
  const expected = connectToMemory();
  try {
    migrate(expected, migrations);
    for (const query of firstRows(expected)) database.prepare(query).get();
  } catch (cause) {
    throw explainReadingFailure(cause, path.dirname(database.name));
  } finally {
    expected.close();
  }
}

/** A query for each table; the names are the schema's own. */
function firstRows(expected: Database): readonly string[] {
  return expected
    .prepare<[], string>(
      `SELECT 'SELECT ' || group_concat('"' || c.name || '"', ', ') || ' FROM ' || t.name || ' LIMIT 1'
       FROM pragma_table_list t JOIN pragma_table_info(t.name) c
       WHERE t.schema = 'main' AND t.type IN ('table', 'virtual') AND t.name NOT LIKE 'sqlite%' GROUP BY t.name`,
    )
    .pluck()
    .all();
}
