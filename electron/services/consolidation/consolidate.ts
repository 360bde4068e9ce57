import path from 'node:path';
import { isReturnReplica } from '../../../shared/domain/returnWorkbook/returnReplica.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { attachStaging } from '../../store/consolidation/attachStaging.ts';
import type { ConsolidationReceipt } from '../../store/consolidation/consolidationReceipt.ts';
import { turnsOf } from '../../store/connectionTurns.ts';
import { readingCanonicalState } from '../../store/consolidation/readCanonicalState.ts';
import { openStaging, stagedRecords, type StagedRecords } from '../../store/consolidation/stagedRecords.ts';
import { takingInAttachments } from '../../store/consolidation/takeInAttachments.ts';
import { takingInStaged } from '../../store/consolidation/takeInStaged.ts';
import { explainFileFailure } from '../../store/file/fileFailure.ts';
import { inTurns, type Steps } from '../../store/steps.ts';
import { transactionInSteps } from '../../store/transactionInSteps.ts';
import { countedStep } from '../jobs/countedStep.ts';
import type { JobControl, JobReceipt } from '../jobs/jobs.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import { STAGING_FILE } from './checkedPackets.ts';
import type { CheckedPreview } from './consolidationDesk.ts';
import { stagedFiles } from './stagedFiles.ts';

/** How far it is when the backup has been made, and when every change is in. */
const BACKED_UP = 0.3;
const TAKEN_IN = 0.9;

/**
 * Takes in packets that have been checked: a verified backup, then attached files, then every change in one transaction.
 * Others wait meanwhile, and it can be stopped at any moment: whatever ends it before the transaction has been committed
 * leaves the workbook as it was.
 *
 * @throws WorkbookError `cancelled`, `stale`, `disk-full`, `damaged` (the backup does not verify).
 */
export async function consolidate(
  keeper: WorkbookKeeper,
  preview: CheckedPreview,
  { report, signal }: JobControl,
): Promise<JobReceipt> {
  const { workbook, checked } = preview;
  if (!checked.sources.some(({ state }) => state === 'ready'))
    throw new WorkbookError('stale', 'There is nothing new in these packets. Nothing was changed.');
  const { backup } = await keeper.backUp('before-merge', {
    signal,
    onProgress: (share) => report(share * BACKED_UP, 'Making a backup first'),
  });
  return turnsOf(workbook.database).alone(async () => {
    if (signal.aborted || keeper.current() !== workbook)
      throw new WorkbookError('cancelled', 'It was stopped. Nothing was changed.');
    // What is typed from here on is a change of its own: nothing that comes in may be taken for a run of typing.
    workbook.changes.seal();
    const file = path.join(preview.folder, STAGING_FILE);
    const staging = openStaging(file);
    try {
      const detach = attachStaging(workbook.database, file);
      return await takeIn(preview, stagedRecords(staging), backup.name, { report, signal }).finally(detach);
    } catch (cause) {
      throw explainFileFailure(cause, workbook.folder);
    } finally {
      staging.close();
    }
  }, signal);
}

async function takeIn(
  { id, folder, workbook, checked }: CheckedPreview,
  staged: StagedRecords,
  backup: string,
  { report, signal }: JobControl,
): Promise<JobReceipt> {
  const { database } = workbook;
  report(BACKED_UP, 'Taking the files in');
  const attached = await inTurns(
    takingInAttachments(workbook.folder, stagedFiles(folder, checked.attachments)),
    signal,
  );
  let receipt: ConsolidationReceipt | undefined;
  function* steps(): Steps<void> {
    const conflictsBefore = workbook.states.conflicts();
    const stateBefore = (yield* readingCanonicalState(database)).sha256;
    const at = workbook.clock.now().toISOString();
    const all = staged.count();
    const onRecords = (count: number): void =>
      report(
        BACKED_UP + (TAKEN_IN - BACKED_UP) * (count / all),
        countedStep('Taking the changes in', count, all),
      );
    const isInLastPacket = beingInLastPacket(checked.sources, staged);
    yield* takingInStaged(database, staged, { id, at, onRecords, isInLastPacket }, function* (taken) {
      report(TAKEN_IN, 'Comparing with what was there before');
      receipt = {
        author: workbook.author(),
        backup,
        sources: checked.sources.filter(({ state }) => state === 'ready').flatMap(takenSource),
        added: taken.added.length,
        returned: taken.returned,
        attachments: attached.count,
        conflictsBefore,
        conflictsAfter: workbook.states.conflicts(),
        stateBefore,
        stateAfter: (yield* readingCanonicalState(database)).sha256,
      };
      return receipt;
    });
  }
  try {
    await transactionInSteps(database, steps(), signal);
  } catch (cause) {
    attached.takeBack();
    throw cause;
  }
  attached.settle();
  workbook.changes.seal();
  workbook.noteConsolidated();
  return jobReceipt(workbook.folder, receipt, attached.count, workbook.clock.now().toISOString());
}

/** Whether a change is in the packet that is the last of the sources; in none where there are returned workbooks alone. */
function beingInLastPacket(
  sources: CheckedPreview['checked']['sources'],
  staged: StagedRecords,
): (record: string) => boolean {
  const last = sources.findLastIndex(
    ({ state, from }) => state === 'ready' && from !== null && !isReturnReplica(from.stamp.replica),
  );
  if (last === 0 && sources.length === 1) return () => true;
  const ids = last === -1 ? new Set<string>() : staged.idsOf(last);
  return (record) => ids.has(record);
}

function takenSource(source: CheckedPreview['checked']['sources'][number]): ConsolidationReceipt['sources'] {
  if (source.from === null) return [];
  const { packet, stamp, voiceName } = source.from;
  return [
    {
      packet,
      file: source.name,
      author: stamp.author,
      voice: stamp.voice,
      voiceName,
      replica: stamp.replica,
      madeAt: stamp.at,
      counts: source.counts,
      ignored: source.ignored,
    },
  ];
}

/** Lines of what was not taken from all packets. */
export function notTaken(sources: ConsolidationReceipt['sources']): number {
  return sources.reduce((sum, { ignored }) => sum + ignored.length, 0);
}

function jobReceipt(
  folder: string,
  receipt: ConsolidationReceipt | undefined,
  attachments: number,
  finishedAt: string,
): JobReceipt {
  return {
    path: folder,
    counts: [
      { name: 'Packets and workbooks', count: receipt?.sources.length ?? 0 },
      { name: 'Changes taken in', count: receipt?.added ?? 0 },
      { name: 'Changes that came back', count: receipt?.returned ?? 0 },
      { name: 'Attached files', count: attachments },
      // Each with its reason is in the preview and, for good, in the log of consolidations: there may be ten thousand.
      { name: 'Not taken, or with a remark', count: notTaken(receipt?.sources ?? []) },
      { name: 'To settle before', count: receipt?.conflictsBefore ?? 0 },
      { name: 'To settle now', count: receipt?.conflictsAfter ?? 0 },
    ],
    fingerprint: receipt?.stateAfter ?? '',
    notes: [],
    finishedAt,
  };
}
