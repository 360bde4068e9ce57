import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { LoggedConsolidation } from '../../store/consolidation/consolidationLog.ts';
import { readCanonicalState } from '../../store/consolidation/readCanonicalState.ts';
import { setAsideRecords } from '../../store/consolidation/setAsideRecords.ts';
import { explainFileFailure } from '../../store/file/fileFailure.ts';
import type { JobControl, JobReceipt } from '../jobs/jobs.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';

/** The consolidation that would be undone: the last one that stands. */
export function consolidationToUndo(workbook: OpenWorkbook): LoggedConsolidation | undefined {
  return workbook.consolidations.list().find(({ undoneAt }) => undoneAt === null);
}

/**
 * Sets aside what the last consolidation that stands brought, and what was written here since that builds on it. What was
 * written since and does not build on it stays. The packets can be taken in again: then everything set aside comes back.
 * See docs/decisions/undoing-a-consolidation.md.
 *
 * @throws WorkbookError `not-found` when there is none; `cancelled`; `disk-full`.
 */
export async function undoConsolidation(
  keeper: WorkbookKeeper,
  workbook: OpenWorkbook,
  { report, signal }: JobControl,
): Promise<JobReceipt> {
  const last = consolidationToUndo(workbook);
  if (last === undefined) throw new WorkbookError('not-found', 'There is no consolidation to undo.');
  await keeper.backUp('before-merge', {
    signal,
    onProgress: (share) => report(share * 0.6, 'Making a backup first'),
  });
  if (signal.aborted || keeper.current() !== workbook || consolidationToUndo(workbook)?.id !== last.id) {
    throw new WorkbookError('cancelled', 'It was stopped. Nothing was changed.');
  }
  report(0.7, 'Setting the changes aside');
  workbook.changes.seal();
  const undone = undoInOneTransaction(workbook, last);
  workbook.changes.seal();
  workbook.changes.forgetUndo();
  workbook.noteConsolidated();
  return {
    path: workbook.folder,
    counts: [
      { name: 'Changes set aside', count: undone.out },
      { name: 'Of these, written here since', count: undone.own },
      { name: 'Conflicts now', count: workbook.states.conflicts() },
    ],
    fingerprint: readCanonicalState(workbook.database).sha256,
    notes: [],
    finishedAt: workbook.clock.now().toISOString(),
  };
}

function undoInOneTransaction(workbook: OpenWorkbook, last: LoggedConsolidation) {
  const { database, consolidations, clock } = workbook;
  try {
    return database.transaction(() => {
      const taken = setAsideRecords(database).takeOut(last.number, consolidations.recordsOf(last.number));
      consolidations.markUndone(last.number, clock.now().toISOString());
      return taken;
    })();
  } catch (cause) {
    throw explainFileFailure(cause, workbook.folder);
  }
}
