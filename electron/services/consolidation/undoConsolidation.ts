import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { turnsOf } from '../../store/connectionTurns.ts';
import type { LoggedConsolidation } from '../../store/consolidation/consolidationLog.ts';
import { readingCanonicalState } from '../../store/consolidation/readCanonicalState.ts';
import { setAsideRecords } from '../../store/consolidation/setAsideRecords.ts';
import { explainFileFailure } from '../../store/file/fileFailure.ts';
import type { Steps } from '../../store/steps.ts';
import { transactionInSteps } from '../../store/transactionInSteps.ts';
import { countedStep } from '../jobs/countedStep.ts';
import type { JobControl, JobReceipt } from '../jobs/jobs.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';

/** How far it is when the backup has been made, and when everything has been set aside. */
const BACKED_UP = 0.3;
const TAKEN_OUT = 0.9;

/** The consolidation that would be undone: the last one that stands. */
export function consolidationToUndo(workbook: OpenWorkbook): LoggedConsolidation | undefined {
  return workbook.consolidations.list().find(({ undoneAt }) => undoneAt === null);
}

/**
 * Sets aside what the last consolidation that stands brought, and what was written here since that builds on it. What was
 * written since and does not build on it stays. The packets can be taken in again: then everything set aside comes back.
 * See docs/decisions/0006-undoing-a-consolidation.md.
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
    onProgress: (share) => report(share * BACKED_UP, 'Making a backup first'),
  });
  return turnsOf(workbook.database).alone(async () => {
    if (signal.aborted || keeper.current() !== workbook || consolidationToUndo(workbook)?.id !== last.id)
      throw new WorkbookError('cancelled', 'It was stopped. Nothing was changed.');
    workbook.changes.seal();
    try {
      return await setAside(workbook, last, { report, signal });
    } catch (cause) {
      throw explainFileFailure(cause, workbook.folder);
    }
  }, signal);
}

async function setAside(
  workbook: OpenWorkbook,
  last: LoggedConsolidation,
  { report, signal }: JobControl,
): Promise<JobReceipt> {
  const { database, consolidations, clock } = workbook;
  report(BACKED_UP, 'Setting the changes aside');
  function* steps(): Steps<Pick<JobReceipt, 'counts' | 'fingerprint'>> {
    const records = consolidations.recordsOf(last.number);
    const undone = yield* setAsideRecords(database).takingOut(last.number, records, (entry, all) =>
      report(
        BACKED_UP + (TAKEN_OUT - BACKED_UP) * (entry / all),
        countedStep('Setting the changes aside, by entry', entry, all),
      ),
    );
    consolidations.markUndone(last.number, clock.now().toISOString());
    report(TAKEN_OUT, 'Counting what stands now');
    return {
      counts: [
        { name: 'Changes set aside', count: undone.out },
        { name: 'Of these, written here since', count: undone.own },
        { name: 'To settle now', count: workbook.states.conflicts() },
      ],
      fingerprint: (yield* readingCanonicalState(database)).sha256,
    };
  }
  const undone = await transactionInSteps(database, steps(), signal);
  workbook.changes.seal();
  workbook.changes.forgetUndo();
  workbook.noteConsolidated();
  return { path: workbook.folder, ...undone, notes: [], finishedAt: clock.now().toISOString() };
}
