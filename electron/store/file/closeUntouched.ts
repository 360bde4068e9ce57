import { copyFileSync, existsSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { renameDurably, syncFile, syncFolder } from './durableFile.ts';
import { removeLockNote } from './lockNote.ts';
import { forgetOpen } from './openHere.ts';
import { workbookPaths } from './workbookPaths.ts';

/**
 * Closes a workbook whose structure is damaged: the database stays byte for byte as it was found, and what was saved since
 * stays beside it in its log.
 *
 * SQLite brings the log into the database whenever a connection is closed, and the library has no way to stop it. With
 * nothing in the log it reads nothing, and so writes nothing; the log is put back afterwards. Only the log's file is
 * touched: looking into the database's own would drop this process's lock on it.
 *
 * Checkpoints must have been held since it was opened (checkpoints.ts).
 */
export function closeUntouched(database: Database): void {
  const log = `${database.name}-wal`;
  const aside = `${log}.aside`;
  const { folder, lockNote } = workbookPaths(path.dirname(database.name));
  const hasLog = existsSync(log);
  if (hasLog) {
    copyFileSync(log, aside);
    syncFile(aside);
    syncFolder(folder);
    truncateSync(log);
  }
  try {
    database.close();
  } finally {
    if (hasLog) {
      rmSync(log, { force: true });
      renameDurably(aside, log);
    }
    forgetOpen(database.name);
    removeLockNote(lockNote);
  }
}
