import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { copyDatabase, type CopyOptions } from './copyDatabase.ts';
import { explainFileFailure } from './fileFailure.ts';
import { makePart } from './makePart.ts';
import { connectForReading } from './storeConnection.ts';
import { workbookPaths } from './workbookPaths.ts';

/** A copy of the workbook as of one moment, for long reading on another thread. */
export type Snapshot = {
  readonly path: string;
  /** Deletes it, off the thread: a large file takes the disk a while. Safe to call twice. */
  readonly remove: () => Promise<void>;
};

/**
 * Copies the open workbook into its `work/` folder without stopping saves.
 *
 * @throws WorkbookError `cancelled`, `disk-full`, `read-only`.
 */
export async function takeSnapshot(
  database: Database,
  folder: string,
  options: CopyOptions = {},
): Promise<Snapshot> {
  const { work } = workbookPaths(folder);
  try {
    makePart(work);
    const place = mkdtempSync(path.join(work, 'snapshot-'));
    const remove = (): Promise<void> => rm(place, { recursive: true, force: true });
    const file = path.join(place, 'snapshot.sqlite');
    try {
      await copyDatabase(database, file, options);
      return { path: file, remove };
    } catch (cause) {
      await remove();
      throw cause;
    }
  } catch (cause) {
    throw explainFileFailure(cause, folder);
  }
}

/** Opens a snapshot, or a backup, for reading only. The caller closes it. */
export function openSnapshot(file: string): Database {
  return connectForReading(file);
}
