import { rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { turnsOf } from '../connectionTurns.ts';
import { syncLargeFile } from './durableFile.ts';
import { makeSelfContained } from './storeConnection.ts';
import { companionEndings } from './workbookPaths.ts';

export type CopyOptions = {
  /** Told the share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
};

/** Pages copied before others get their turn: about 2 MB, a few milliseconds. */
const PAGES_A_TURN = 500;

/**
 * Copies an open database into one synced file as of one moment. Saves go on meanwhile; those that come before the copy
 * is complete are in it.
 *
 * @throws WorkbookError `cancelled`; whatever stops the writing. No file is left behind then.
 */
export async function copyDatabase(
  database: Database,
  target: string,
  options: CopyOptions = {},
): Promise<void> {
  // The copy of a connection that is in the middle of a transaction would hold what is not committed.
  await turnsOf(database).share(() => copyInTurn(database, target, options));
}

async function copyInTurn(database: Database, target: string, options: CopyOptions): Promise<void> {
  try {
    await database.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        if (options.signal?.aborted === true)
          throw new WorkbookError('cancelled', 'It was stopped. Nothing was kept.');
        if (totalPages > 0) options.onProgress?.(1 - remainingPages / totalPages);
        return PAGES_A_TURN;
      },
    });
    // Synced before and after: what is left to sync at the second time is little, so it holds nobody up.
    await syncLargeFile(target);
    makeSelfContained(target);
    await syncLargeFile(target);
    options.onProgress?.(1);
  } catch (cause) {
    for (const ending of ['', ...companionEndings]) rmSync(target + ending, { force: true });
    throw cause;
  }
}
