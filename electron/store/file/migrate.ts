import type { Database } from 'better-sqlite3';
import type { Migration } from '../migrations/migration.ts';

/** The version of the store that a database has. */
export function storeVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Takes a database forward to the newest of `migrations`, each step in one transaction with the rise of the version: a
 * step that fails, or is cut off, leaves the version and the content of the step before.
 *
 * There is no way back; an existing workbook is backed up and the backup verified first (openDatabase.ts).
 *
 * @throws what SQLite says about a step that fails, or an Error when the steps are not numbered without gaps.
 */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1)
      throw new Error(`Migration ${index + 1} carries the number ${migration.version}`);
  });
  for (const migration of migrations.slice(storeVersion(database))) {
    database.transaction(() => {
      database.exec(migration.sql);
      database.pragma(`user_version = ${migration.version}`);
      const strays = database.pragma('foreign_key_check');
      if (!Array.isArray(strays) || strays.length > 0)
        throw new Error(`Migration ${migration.version} broke a reference`);
    })();
  }
}
