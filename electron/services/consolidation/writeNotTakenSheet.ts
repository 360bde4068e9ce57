import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { NotTakenAbout, NotTakenRow } from '../../../shared/domain/consolidation/notTakenModel.ts';
import { explainTargetFailure } from '../../store/file/explainTargetFailure.ts';
import { removePart } from '../../store/file/removePart.ts';
import { alreadyExists, placeFile } from '../export/placeFile.ts';
import type { JobControl, JobReceipt } from '../jobs/jobs.ts';
import { writtenListSchema, type NotTakenTask } from './notTakenTask.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { threadLimits } from './threadLimits.ts';
import { runOnThread } from '../../threads/runOnThread.ts';

/** Silence for this long, in milliseconds, means that the writing hangs. */
const PATIENCE = 60_000;

/**
 * Writes the list of what was not taken as an .xlsx file, opens it again, and only then gives it its name. Stopped or
 * failing at any moment it leaves nothing behind.
 *
 * @throws WorkbookError `cancelled`, `already-exists`, `file-in-use`, `disk-full`, `read-only`, `not-found`, `check-failed`.
 */
export async function writeNotTakenSheet(
  list: { readonly about: NotTakenAbout; readonly rows: readonly NotTakenRow[] },
  { target, replace }: { readonly target: string; readonly replace: boolean },
  { report, signal }: JobControl,
): Promise<JobReceipt> {
  if (!replace && existsSync(target)) throw alreadyExists(target);
  const partPath = `${target}.${randomBytes(4).toString('hex')}.part`;
  try {
    const task: NotTakenTask = { about: list.about, rows: [...list.rows], partPath };
    const receipt = await runOnThread({
      thread: new URL('./notTakenWorker.ts', import.meta.url),
      data: task,
      result: writtenListSchema,
      report,
      signal,
      patience: PATIENCE,
      ...threadLimits.writing,
    });
    if (signal.aborted) throw new WorkbookError('cancelled', 'It was stopped. No file was made.');
    placeFile(partPath, target, replace);
    return { path: target, ...receipt, finishedAt: list.about.generatedAt };
  } catch (cause) {
    throw explainTargetFailure(cause, target);
  } finally {
    removePart(partPath);
  }
}
