import { Worker } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { replyErrorSchema, WorkbookError } from '../../../shared/domain/workbookError.ts';
import { takeSnapshot } from './snapshot.ts';
import { verificationReportSchema, type VerificationReport } from './verificationReport.ts';
import { workbookPaths } from './workbookPaths.ts';

const messageSchema = z.union([
  z.strictObject({ progress: z.number(), step: z.string() }),
  z.strictObject({ done: z.literal(true), report: verificationReportSchema }),
  z.strictObject({ failed: replyErrorSchema }),
]);

export type BackgroundControl = {
  /** `share` from 0 to 1, `step` in words. */
  readonly onProgress?: (share: number, step: string) => void;
  readonly signal?: AbortSignal;
};

/** The share of the time that the snapshot takes. */
const SNAPSHOT_SHARE = 0.1;

/**
 * Verifies the open workbook on a thread of its own, over a snapshot, while work goes on.
 *
 * @throws WorkbookError `cancelled`, `disk-full` (no room for the snapshot), `damaged` (no snapshot could be taken).
 */
export async function verifyInBackground(
  database: Database,
  folder: string,
  { onProgress = () => {}, signal }: BackgroundControl = {},
): Promise<VerificationReport> {
  const snapshot = await takeSnapshot(database, folder, {
    onProgress: (share) => onProgress(share * SNAPSHOT_SHARE, 'Taking a copy to check'),
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    return await runWorker(snapshot.path, workbookPaths(folder).attachments, onProgress, signal);
  } finally {
    snapshot.remove();
  }
}

async function runWorker(
  snapshot: string,
  attachments: string,
  onProgress: (share: number, step: string) => void,
  signal: AbortSignal | undefined,
): Promise<VerificationReport> {
  const worker = new Worker(new URL('./verificationWorker.ts', import.meta.url), {
    workerData: { snapshot, attachments },
  });
  const ended = new Promise<VerificationReport>((resolve, reject) => {
    const stop = (): void =>
      reject(new WorkbookError('cancelled', 'The check was stopped. Nothing was changed.'));
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The check ended without an answer')));
    worker.on('message', (data: unknown) => {
      const message = messageSchema.parse(data);
      if ('progress' in message)
        onProgress(SNAPSHOT_SHARE + (1 - SNAPSHOT_SHARE) * message.progress, message.step);
      else if ('done' in message) resolve(message.report);
      else reject(new WorkbookError(message.failed.code, message.failed.message));
    });
  });
  try {
    return await ended;
  } finally {
    // Waited for, so that the snapshot is closed before it is deleted.
    await worker.terminate();
  }
}
