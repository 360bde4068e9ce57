import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkQuickly } from './checkQuickly.ts';
import { explainFileFailure, explainReadingFailure } from './fileFailure.ts';
import { keepForRecovery } from './keepForRecovery.ts';
import { isHeldByRunningProgram } from './lockNote.ts';
import { connectForWriting } from './storeConnection.ts';
import { unfinishedBytes } from './unfinishedLog.ts';
import type { WorkbookPaths } from './workbookPaths.ts';

/**
 * Before a workbook that was not closed properly is opened: keeps a copy of its files as found, tries the replay of its
 * log on a second copy, and says so when the log ends in an unfinished change. A workbook that turns out to be damaged
 * is never touched.
 *
 * `forget` removes the kept copy, for when the workbook turns out to be open in another program.
 *
 * @throws WorkbookError `damaged`, `disk-full`, `read-only`.
 */
export function prepareLeftOpen(
  paths: WorkbookPaths,
  now: Date,
  onNotice: (sentence: string) => void = () => {},
): { readonly forget: () => void } {
  try {
    const kept = keepForRecovery(paths, now);
    const forget = (): void => rmSync(kept, { recursive: true, force: true });
    // A copy taken while another program writes proves nothing; SQLite's lock decides.
    if (isHeldByRunningProgram(paths.lockNote)) return { forget };

    tryReplay(kept, paths);
    const log = path.join(kept, `${path.basename(paths.database)}-wal`);
    if (existsSync(log) && unfinishedBytes(log) > 0) {
      onNotice(
        `The workbook in ${paths.folder} was not closed properly, and the last thing being saved then is not complete. Check what you wrote last. The files as they were found are in ${kept}.`,
      );
    }
    return { forget };
  } catch (cause) {
    throw explainFileFailure(cause, paths.folder);
  }
}

function tryReplay(kept: string, paths: WorkbookPaths): void {
  mkdirSync(paths.work, { recursive: true });
  const trial = mkdtempSync(path.join(paths.work, 'replay-'));
  try {
    cpSync(kept, trial, { recursive: true });
    const database = connectForWriting(path.join(trial, path.basename(paths.database)));
    try {
      checkQuickly(database);
    } finally {
      database.close();
    }
  } catch (cause) {
    throw explainReadingFailure(cause, paths.folder);
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}
