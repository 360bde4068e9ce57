import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { JobReceipt, Jobs } from '../jobs/jobs.ts';
import type { Ports } from '../ports.ts';
import { refusePathFromPage } from '../refusePathFromPage.ts';
import type { Services } from '../services.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import { consolidate } from './consolidate.ts';
import { consolidationDesk, type CheckedPreview } from './consolidationDesk.ts';
import type { DeskJobs } from './deskJobs.ts';
import { previewOrders } from './previewOrders.ts';
import { stagedContributions } from './stagedContributions.ts';
import { startNotTakenSheet } from './startNotTakenSheet.ts';

export type PreviewOperation =
  | 'start-consolidation-preview'
  | 'read-consolidation-preview'
  | 'list-not-taken'
  | 'discard-consolidation-preview'
  | 'read-desk'
  | 'keep-typed-paths'
  | 'stage-contribution'
  | 'start-consolidation'
  | 'start-not-taken-sheet';

/** Packets and returned workbooks on the desk: checked, shown, and taken in or let go of. */
export function previewServices(parts: {
  readonly ports: Ports;
  readonly keeper: WorkbookKeeper;
  readonly jobs: Jobs;
  readonly onDesk: DeskJobs;
}): Pick<Services, PreviewOperation> {
  const { ports, keeper, jobs, onDesk } = parts;
  const desk = consolidationDesk(backUpBeside);
  const orders = previewOrders(ports);
  const contributions = stagedContributions(ports.ids);
  const previews = new Map<string, string>();
  /** The job of the check that may still be under way: the next one takes its place. */
  let checking: string | undefined;

  /**
   * Makes the backup before taking in while the files are read, so that taking in finds it, unless something is written in
   * between, and need not be waited for. Whatever stops it here stops taking in, which says why.
   */
  function backUpBeside(signal: AbortSignal): void {
    keeper.backUp('before-merge', { signal }).catch((cause: unknown) => {
      if (!signal.aborted) ports.logger.error('The backup beside the check did not succeed', cause);
    });
  }

  function stopChecking(): void {
    if (checking !== undefined) jobs.cancel(checking);
    checking = undefined;
  }

  function findPreview(job: string): CheckedPreview {
    const id = previews.get(job);
    if (id === undefined)
      throw new WorkbookError('not-found', 'These packets have not been checked to the end.');
    return desk.find(keeper.current(), id);
  }

  return {
    'start-consolidation-preview': async (input) => {
      refusePathFromPage(ports, input.paths?.[0]);
      const asked = await orders.gather(keeper.current(), input);
      if (asked === null) return { job: null };
      stopChecking();
      const { workbook, order } = asked;
      const job: string = jobs.start('consolidation-preview', async (control) => {
        const laidOut = await desk.layOut(workbook, order, control);
        previews.set(job, laidOut.id);
        return previewReceipt(laidOut, workbook.clock.now().toISOString());
      });
      orders.remember(job, asked);
      contributions.layOut(asked.tokens);
      onDesk.checking(workbook, job);
      checking = job;
      return { job };
    },
    'read-consolidation-preview': ({ job }) => findPreview(job).preview,
    'list-not-taken': ({ job, source, offset, limit }) => {
      const lines = findPreview(job).checked.sources[source]?.ignored ?? [];
      return { total: lines.length, lines: lines.slice(offset, offset + limit) };
    },
    'discard-consolidation-preview': () => {
      stopChecking();
      desk.clear();
      orders.forget();
      contributions.layOut([]);
      onDesk.cleared(keeper.current());
      return {};
    },
    'read-desk': () => onDesk.read(keeper.isOpen() ? keeper.current() : undefined),
    'keep-typed-paths': ({ text }) => {
      onDesk.typing(keeper.current(), text);
      return {};
    },
    'stage-contribution': (piece) => contributions.take(keeper.current(), piece),
    'start-consolidation': ({ preview }) => {
      const workbook = keeper.current();
      const checked = desk.take(workbook, preview);
      const job = jobs.start('consolidation', async (control) => {
        try {
          const receipt = await consolidate(keeper, checked, control);
          desk.letGo(checked);
          orders.forget();
          return receipt;
        } catch (cause) {
          desk.putBack(checked);
          throw cause;
        }
      });
      onDesk.takingIn(workbook, job);
      return { job };
    },
    'start-not-taken-sheet': (input) => startNotTakenSheet({ ports, keeper, jobs, findPreview }, input),
  };
}

function previewReceipt({ folder, preview }: CheckedPreview, finishedAt: string): JobReceipt {
  const { total, sources } = preview;
  return {
    path: folder,
    counts: [
      { name: 'Packets and workbooks', count: sources.length },
      { name: 'New changes', count: total.changes - total.known },
      { name: 'To settle', count: total.conflicts },
    ],
    fingerprint: '',
    notes: sources.flatMap(({ name, sentence }) => (sentence === null ? [] : [`${name}: ${sentence}`])),
    finishedAt,
  };
}
