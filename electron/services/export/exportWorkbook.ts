import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { StoreDatabase } from '../../store/storeDatabase.ts';
import type { Receipt } from '../../../shared/domain/exportModel/sheetModel.ts';
import { refuseWithinWorkbook } from '../refuseWithinWorkbook.ts';
import { removePart } from '../../store/file/removePart.ts';
import { takeSnapshot } from '../../store/file/snapshot.ts';
import { runOnThread } from '../../threads/runOnThread.ts';
import { exportReceiptSchema, type ExportTask } from './exportTask.ts';
import { exportThreadLimits } from './exportThreadLimits.ts';
import { alreadyExists } from './placeFile.ts';

export type ExportRequest = {
  /** Where the .xlsx file goes; absolute. */
  readonly target: string;
  /** Whether a file that is there may be replaced. */
  readonly replace: boolean;
  /** ISO 8601, printed on the cover. */
  readonly generatedAt: string;
  readonly appVersion: string;
  /** With it the file opens only with the password. */
  readonly password?: string;
};

export type ExportWatch = {
  /** `progress` from 0 to 1, `step` in words. */
  readonly onProgress?: (progress: number, step: string) => void;
  readonly signal?: AbortSignal;
};

const SNAPSHOT_SHARE = 0.05;
/** The thread hears between two pieces of work that it should stop; protecting a large file is one piece. Milliseconds. */
const GRACE = 30_000;

/**
 * Exports the open workbook as an Excel workbook, on a thread of its own over a snapshot, while work goes on. The
 * receipt is that of the cover: the finished file was opened again and agreed with it.
 *
 * @throws WorkbookError `cancelled`, `already-exists`, `file-in-use`, `disk-full`, `read-only`, `not-found`,
 * `unsafe-folder` (inside the workbook's own folder), `check-failed`. No file, and no part of one, is left behind.
 */
export async function exportWorkbook(
  database: StoreDatabase,
  folder: string,
  request: ExportRequest,
  { onProgress = () => undefined, signal }: ExportWatch = {},
): Promise<Receipt> {
  const { target, replace, generatedAt, appVersion, password } = request;
  refuseWithinWorkbook(folder, target);
  if (!replace && existsSync(target)) throw alreadyExists(target);
  const snapshot = await takeSnapshot(database, folder, {
    onProgress: (share) => onProgress(share * SNAPSHOT_SHARE, 'Taking a copy to export'),
    ...(signal === undefined ? {} : { signal }),
  });
  const partPath = `${target}.${randomBytes(4).toString('hex')}.part`;
  try {
    const task: ExportTask = {
      snapshotPath: snapshot.path,
      targetPath: target,
      partPath,
      replace,
      generatedAt,
      appVersion,
      // Beside the snapshot, with which it goes.
      ...(password === undefined ? {} : { protection: { password, plainPath: `${snapshot.path}.xlsx` } }),
    };
    return await runOnThread({
      thread: new URL('./exportWorker.ts', import.meta.url),
      data: task,
      result: exportReceiptSchema,
      report: (progress, step) => onProgress(SNAPSHOT_SHARE + (1 - SNAPSHOT_SHARE) * progress, step),
      signal,
      stopped: 'The export was stopped. No file was made.',
      grace: GRACE,
      memory: exportThreadLimits,
    });
  } finally {
    await snapshot.remove();
    // The thread removes its own traces; a thread that was killed could not.
    removePart(partPath);
  }
}
