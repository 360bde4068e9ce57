import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { damagedSentence, explainReadingFailure } from './fileFailure.ts';

/**
 * SQLite's own check of the file's structure: pages, order of rows, references. About a tenth of a second for 90 MB.
 *
 * It does not see changed text; the records' fingerprints do (verifyWorkbook.ts).
 *
 * @throws WorkbookError `damaged`. Nothing is written.
 */
export function checkQuickly(database: Database): void {
  const folder = path.dirname(database.name);
  try {
    const structure = database.pragma('quick_check(1)', { simple: true });
    // Every row is a reference that leads nowhere.
    const strays = database.pragma('foreign_key_check');
    const sound = structure === 'ok' && Array.isArray(strays) && strays.length === 0;
    if (!sound) throw new WorkbookError('damaged', damagedSentence(folder));
  } catch (cause) {
    throw explainReadingFailure(cause, folder);
  }
}
