import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { runOnThread } from '../../threads/runOnThread.ts';
import { takeSnapshot } from './snapshot.ts';
import { verificationReportSchema, type VerificationReport } from './verificationReport.ts';
import { workbookPaths } from './workbookPaths.ts';

export type BackgroundControl = {
  /** `share` from 0 to 1, `step` in words. */
  readonly onProgress?: (share: number, step: string) => void;
  /** Told first whether the structure is sound, long before every fingerprint has been compared. */
  readonly onStructure?: (isSound: boolean) => void;
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
  control: BackgroundControl = {},
): Promise<VerificationReport> {
  const { onProgress, signal } = control;
  const snapshot = await takeSnapshot(database, folder, {
    onProgress: (share) => onProgress?.(share * SNAPSHOT_SHARE, 'Taking a copy to check'),
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    return await checkSnapshot(snapshot.path, workbookPaths(folder).attachments, control);
  } finally {
    await snapshot.remove();
  }
}

async function checkSnapshot(
  snapshot: string,
  attachments: string,
  { onProgress, onStructure, signal }: BackgroundControl,
): Promise<VerificationReport> {
  const stopped = 'The check was stopped. Nothing was changed.';
  if (onStructure !== undefined) {
    const isSound = await runOnThread({
      thread: new URL('./structureWorker.ts', import.meta.url),
      data: { snapshot },
      result: z.boolean(),
      signal,
      stopped,
    });
    onStructure(isSound);
  }
  // A thread that reads without a pause hears no messages; it looks here now and then.
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const askToStop = (): void => void Atomics.store(new Int32Array(stop), 0, 1);
  signal?.addEventListener('abort', askToStop, { once: true });
  try {
    return await runOnThread({
      thread: new URL('./verificationWorker.ts', import.meta.url),
      data: { snapshot, attachments, stop },
      result: verificationReportSchema,
      report: (progress, step) => onProgress?.(SNAPSHOT_SHARE + (1 - SNAPSHOT_SHARE) * progress, step),
      signal,
      stopped,
    });
  } finally {
    signal?.removeEventListener('abort', askToStop);
  }
}
