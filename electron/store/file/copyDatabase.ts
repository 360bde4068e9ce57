import { rm } from 'node:fs/promises';
import type { Database } from 'better-sqlite3';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { turnsOf } from '../connectionTurns.ts';
import { syncLargeFile } from './durableFile.ts';
import { makeSelfContained } from './storeConnection.ts';
import { companionEndings } from './workbookPaths.ts';

export type CopyOptions = {
  /** Told the share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Told at the moment of which the copy is: nothing that is saved later is in it. */
  readonly onCopied?: () => void;
  readonly signal?: AbortSignal;
};

/** Pages copied before others get their turn: about 2 MB, a few milliseconds. */
const PAGES_A_TURN = 500;
/** Pages after which what has been copied is synced beside the copying, so that the end of it has little left to sync. */
const PAGES_A_SYNC = 20_000;

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
  const synced = syncBeside(target);
  try {
    await database.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        if (options.signal?.aborted === true)
          throw new WorkbookError('cancelled', 'It was stopped. Nothing was kept.');
        if (totalPages > 0) options.onProgress?.(1 - remainingPages / totalPages);
        // SQLite syncs the whole copy with its last pages, on this thread.
        return synced.upTo(totalPages - remainingPages, remainingPages <= PAGES_A_TURN) ? PAGES_A_TURN : 0;
      },
    });
    options.onCopied?.();
    await synced.ended();
    // Synced before and after: what is left to sync at the second time is little, so it holds nobody up.
    await syncLargeFile(target);
    makeSelfContained(target);
    await syncLargeFile(target);
    options.onProgress?.(1);
  } catch (cause) {
    await synced.ended();
    for (const ending of ['', ...companionEndings]) await rm(target + ending, { force: true });
    throw cause;
  }
}

/** Syncs a file now and then while it is being written, off the thread. A sync that fails fails again at the end. */
function syncBeside(file: string) {
  let running: Promise<void> | undefined;
  let begunAt = 0;

  function begin(pages: number): void {
    begunAt = pages;
    running = syncLargeFile(file)
      .catch(() => undefined)
      .finally(() => {
        running = undefined;
      });
  }

  return {
    /** Whether the writing may go on: before the last pages, `isLast`, everything but a few has to be synced. */
    upTo(pages: number, isLast: boolean): boolean {
      const isDue = isLast ? pages - begunAt > PAGES_A_TURN : pages - begunAt >= PAGES_A_SYNC;
      if (isDue && running === undefined) begin(pages);
      return !isLast || running === undefined;
    },
    ended: (): Promise<void> => running ?? Promise.resolve(),
  };
}
