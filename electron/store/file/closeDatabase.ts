import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { explainFileFailure } from './fileFailure.ts';
import { removeLockNote } from './lockNote.ts';
import { forgetOpen } from './openHere.ts';
import { workbookPaths } from './workbookPaths.ts';

/**
 * Brings everything into the one file and closes it, so that a plain copy of the folder is a whole workbook.
 *
 * @throws WorkbookError when the log could not be brought in. Nothing is lost then: it is replayed at the next opening.
 */
export function closeDatabase(database: Database): void {
  const { folder, lockNote } = workbookPaths(path.dirname(database.name));
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    throw explainFileFailure(cause, folder);
  } finally {
    database.close();
    forgetOpen(database.name);
    removeLockNote(lockNote);
  }
  if (existsSync(`${database.name}-wal`)) {
    throw new WorkbookError(
      'internal',
      `The last changes in ${folder} are still in the file workbook.sqlite-wal. Keep the two files together.`,
    );
  }
}
