import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { ConsolidationReceipt } from '../../store/consolidation/consolidationReceipt.ts';
import { readCanonicalState } from '../../store/consolidation/readCanonicalState.ts';
import { openStaging, stagedRecords } from '../../store/consolidation/stagedRecords.ts';
import { takeInAttachments } from '../../store/consolidation/takeInAttachments.ts';
import { takeInRecords, type TakenIn } from '../../store/consolidation/takeInRecords.ts';
import { explainFileFailure } from '../../store/file/fileFailure.ts';
import type { JobControl, JobReceipt } from '../jobs/jobs.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import { STAGING_FILE } from './checkedPackets.ts';
import type { CheckedPreview } from './consolidationDesk.ts';
import { stagedFiles } from './stagedFiles.ts';

/**
 * Takes in packets that have been checked: a verified backup, then attached files, then every change in one transaction.
 * Whatever stops it before the transaction has been committed leaves the workbook as it was.
 *
 * @throws WorkbookError `cancelled`, `disk-full`, `damaged` (the backup does not verify).
 */
export async function consolidate(
  keeper: WorkbookKeeper,
  { id, folder, workbook, checked }: CheckedPreview,
  { report, signal }: JobControl,
): Promise<JobReceipt> {
  const ready = checked.sources.filter(({ state }) => state === 'ready');
  if (ready.length === 0)
    throw new WorkbookError('stale', 'There is nothing new in these packets. Nothing was changed.');
  const { backup } = await keeper.backUp('before-merge', {
    signal,
    onProgress: (share) => report(share * 0.6, 'Making a backup first'),
  });
  if (signal.aborted || keeper.current() !== workbook) {
    throw new WorkbookError('cancelled', 'It was stopped. Nothing was changed.');
  }
  report(0.7, 'Taking the changes in');
  // What is typed from here on is a change of its own: nothing that comes in may be taken for a run of typing.
  workbook.changes.seal();
  const before = {
    conflicts: workbook.states.conflicts(),
    state: readCanonicalState(workbook.database).sha256,
  };
  const files = stagedFiles(folder, checked.attachments);
  const staging = openStaging(path.join(folder, STAGING_FILE));
  try {
    const attached = takeInAttachments(workbook.folder, files);
    let receipt: ConsolidationReceipt | undefined;
    const receiptOf = (taken: TakenIn): ConsolidationReceipt => {
      receipt = {
        author: workbook.author(),
        backup: backup.name,
        sources: ready.flatMap((source) => takenSource(source)),
        added: taken.added.length,
        returned: taken.returned,
        attachments: attached.count,
        conflictsBefore: before.conflicts,
        conflictsAfter: workbook.states.conflicts(),
        stateBefore: before.state,
        stateAfter: readCanonicalState(workbook.database).sha256,
      };
      return receipt;
    };
    try {
      const at = workbook.clock.now().toISOString();
      takeInRecords(workbook.database, stagedRecords(staging).all(), { id, at }, receiptOf);
    } catch (cause) {
      attached.takeBack();
      throw explainFileFailure(cause, workbook.folder);
    }
    attached.settle();
    workbook.changes.seal();
    workbook.noteConsolidated();
    return jobReceipt(workbook.folder, receipt, attached.count, workbook.clock.now().toISOString());
  } finally {
    staging.close();
  }
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

function jobReceipt(
  folder: string,
  receipt: ConsolidationReceipt | undefined,
  attachments: number,
  finishedAt: string,
): JobReceipt {
  return {
    path: folder,
    counts: [
      { name: 'Packets', count: receipt?.sources.length ?? 0 },
      { name: 'Changes taken in', count: receipt?.added ?? 0 },
      { name: 'Changes that came back', count: receipt?.returned ?? 0 },
      { name: 'Files', count: attachments },
      { name: 'Conflicts before', count: receipt?.conflictsBefore ?? 0 },
      { name: 'Conflicts now', count: receipt?.conflictsAfter ?? 0 },
    ],
    fingerprint: receipt?.stateAfter ?? '',
    notes:
      receipt?.sources.flatMap(({ file, ignored }) =>
        ignored.map(({ what, why }) => `${file}: ${what}. ${why}`),
      ) ?? [],
    finishedAt,
  };
}
