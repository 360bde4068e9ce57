import { mkdirSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { checkBackupFile } from './checkBackupFile.ts';
import { syncFile } from './durableFile.ts';
import { storeBackup, unfinishedBackup } from './storeBackup.ts';
import type { WorkbookPaths } from './workbookPaths.ts';

/**
 * A verified backup of the workbook as it was under the older version, before anything of it is changed.
 *
 * VACUUM INTO rather than the online backup: opening is one uninterrupted step, and the online backup waits for turns.
 *
 * @throws what stops the backup, and so the migration.
 */
export function backUpBeforeMigration(database: Database, paths: WorkbookPaths, now: Date): void {
  mkdirSync(paths.backups, { recursive: true });
  const copy = unfinishedBackup(paths.backups);
  try {
    database.prepare('VACUUM INTO ?').run(copy);
    syncFile(copy);
    storeBackup(copy, paths.backups, 'before-migration', now, checkBackupFile(copy));
  } finally {
    rmSync(copy, { force: true });
  }
}
