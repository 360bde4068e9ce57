import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { planReturnCopy, type ReturnSource } from '../../../shared/domain/returnWorkbook/planReturnCopy.ts';
import { isOnlyShown, returnSheet } from '../../../shared/domain/returnWorkbook/returnSheets.ts';
import { runOnThread } from '../../threads/runOnThread.ts';
import { explainTargetFailure } from '../../store/file/explainTargetFailure.ts';
import { removePart } from '../../store/file/removePart.ts';
import { alreadyExists, placeFile } from '../export/placeFile.ts';
import type { JobControl, JobReceipt } from '../jobs/jobs.ts';
import type { ReturnCopyTask } from './returnCopyTask.ts';

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
    const task: ReturnCopyTask = { manifest, marking: source.marking, partPath, password };
    const fingerprint = await runOnThread({
      thread: new URL('./returnWriterWorker.ts', import.meta.url),
      data: task,
      result: z.string(),
      signal,
      stopped: 'It was stopped. No file was made.',
    });
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
    removePart(partPath);
  }
}

function lockedNotes(sheets: ReturnType<typeof planReturnCopy>['sheets']): string[] {
  const locked = sheets.flatMap(({ key, rows }) => {
    const { entity, columns } = returnSheet(key);
    if (entity === null) return [];
    const kinds = columns.map(({ kind }) => kind);
    return rows
      .flatMap(({ cells }) => cells.filter((_cell, index) => !isOnlyShown(kinds[index] ?? 'shown')))
      .filter(({ records }) => records === null);
  });
  if (locked.length === 0) return [];
  return [
    `${locked.length === 1 ? 'One cell is' : `${locked.length} cells are`} locked: a spreadsheet can’t hold the text, people have not agreed on it, or it is not among the choices of the file.`,
  ];
}
