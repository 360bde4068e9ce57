import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { StoreDatabase } from '../../store/storeDatabase.ts';
import type { Receipt } from '../../../shared/domain/exportModel/sheetModel.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { refuseWithinWorkbook } from '../refuseWithinWorkbook.ts';
import { takeSnapshot } from '../../store/file/snapshot.ts';
import { exportMessageSchema, type ExportTask } from './exportMessages.ts';
import { exportThreadLimits } from './exportThreadLimits.ts';
import { alreadyExists, removePart } from './placeFile.ts';

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
    return await runWorker(
      {
        snapshotPath: snapshot.path,
        targetPath: target,
        partPath,
        replace,
        generatedAt,
        appVersion,
        // Beside the snapshot, with which it goes.
        ...(password === undefined ? {} : { protection: { password, plainPath: `${snapshot.path}.xlsx` } }),
      },
      onProgress,
      signal,
    );
  } finally {
    snapshot.remove();
    // The thread removes its own traces; a thread that was killed could not.
    removePart(partPath);
  }
}

async function runWorker(
  task: ExportTask,
  onProgress: (progress: number, step: string) => void,
  signal: AbortSignal | undefined,
): Promise<Receipt> {
  const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: exportThreadLimits,
  });
  const stop = (): void => worker.postMessage('stop');
  const ended = new Promise<Receipt>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The export ended without an answer')));
    worker.on('message', (data: unknown) => {
      const message = exportMessageSchema.parse(data);
      if ('progress' in message)
        onProgress(SNAPSHOT_SHARE + (1 - SNAPSHOT_SHARE) * message.progress, message.step);
      else if ('done' in message) resolve(message.done);
      else
        reject(
          new WorkbookError(message.failed.code, message.failed.message, {
            cause: new Error(message.detail),
          }),
        );
    });
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
  try {
    return await ended;
  } finally {
    signal?.removeEventListener('abort', stop);
    // Waited for, so that the snapshot is closed before it is deleted.
    await worker.terminate();
  }
}
