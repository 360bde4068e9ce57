import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { planReturnCopy, type ReturnSource } from '../../../shared/domain/returnWorkbook/planReturnCopy.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { explainTargetFailure } from '../export/explainTargetFailure.ts';
import { alreadyExists, placeFile } from '../export/placeFile.ts';
import type { JobControl, JobReceipt } from '../jobs/jobs.ts';
import { returnCopyMessageSchema, type ReturnCopyTask } from './returnCopyTask.ts';

/**
 * Writes a workbook to fill in, on a thread of its own; it was opened again and agreed before it got its name. Stopped or
 * failing at any moment it leaves nothing behind.
 *
 * @throws WorkbookError `cancelled`, `already-exists`, `file-in-use`, `disk-full`, `read-only`, `not-found`, `check-failed`.
 */
export async function makeReturnCopy(
  source: ReturnSource,
  given: { readonly target: string; readonly replace: boolean; readonly password: string },
  { report, signal }: JobControl,
): Promise<Omit<JobReceipt, 'finishedAt'>> {
  const { target, replace, password } = given;
  if (!replace && existsSync(target)) throw alreadyExists(target);
  const manifest = planReturnCopy(source);
  const partPath = `${target}.${randomBytes(4).toString('hex')}.part`;
  try {
    report(0.2, 'Writing the sheets');
    const fingerprint = await runWorker({ manifest, marking: source.marking, partPath, password }, signal);
    placeFile(partPath, target, replace);
    const rowsOf = (key: string, entries: boolean): number =>
      manifest.sheets
        .find((sheet) => sheet.key === key)
        ?.rows.filter(({ entityId }) => (entityId !== null) === entries).length ?? 0;
    return {
      path: target,
      counts: [
        { name: 'Quality indicators', count: rowsOf('grades', true) },
        { name: 'Questions', count: rowsOf('answers', true) },
        { name: 'Pieces of evidence', count: rowsOf('evidence', true) },
        { name: 'Actions', count: rowsOf('actions', true) },
        { name: 'Empty rows for more', count: rowsOf('evidence', false) + rowsOf('actions', false) },
      ],
      fingerprint,
      notes: lockedNotes(manifest.sheets),
    };
  } catch (cause) {
    throw explainTargetFailure(cause, target);
  } finally {
    rmSync(partPath, { force: true });
  }
}

function lockedNotes(sheets: ReturnType<typeof planReturnCopy>['sheets']): string[] {
  const entries = sheets.filter(({ key }) => key !== 'cover').flatMap(({ rows }) => rows);
  const locked = entries
    .flatMap(({ cells }) => cells)
    .filter(({ shown, records }) => records === null && shown.startsWith('('));
  if (locked.length === 0) return [];
  return [
    `${locked.length === 1 ? 'One cell is' : `${locked.length} cells are`} locked: the text is too long for a spreadsheet, or people have not agreed on it.`,
  ];
}

async function runWorker(task: ReturnCopyTask, signal: AbortSignal): Promise<string> {
  const worker = new Worker(new URL('./returnWriterWorker.ts', import.meta.url), { workerData: task });
  let stop: () => void = () => undefined;
  const ended = new Promise<string>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The writing ended without an answer')));
    worker.on('message', (data: unknown) => {
      const message = returnCopyMessageSchema.parse(data);
      if ('fingerprint' in message) resolve(message.fingerprint);
      else
        reject(
          new WorkbookError(message.failed.code, message.failed.message, {
            cause: new Error(message.detail),
          }),
        );
    });
    stop = () => reject(new WorkbookError('cancelled', 'It was stopped. No file was made.'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await ended;
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
