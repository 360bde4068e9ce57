import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { InputOf } from '../../../shared/api/contract.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { type Job, useJob } from '../../components/jobs/useJob.ts';
import { jobs } from '../../components/jobs/jobs.ts';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { changeDesk, deskOf, forgetJobs, sweepDesk, useDeskState } from './deskState.ts';
import { reloadWhenDone } from './reloadWhenDone.ts';
import { stageFiles } from './stageFiles.ts';
import { takeUpDesk } from './takeUpDesk.ts';

/** As many as one call takes. */
const MOST_PASSPHRASES = 20;

type Order = Omit<InputOf<'start-consolidation-preview'>, 'again' | 'passphrases'>;

export type Desk = {
  /** The check of the files on the desk, and the taking in of what it found. */
  readonly checking: Job;
  readonly taking: Job;
  readonly isBusy: boolean;
  /** Whether what lies there is still being asked after, as on coming back from another screen. */
  readonly isReading: boolean;
  /** Lays files out, together with those that lie there already, and checks all of them. */
  readonly layOut: (order: Order) => void;
  /** The same for dropped files, which are brought to the program first. */
  readonly drop: (files: readonly File[]) => void;
  readonly takeIn: (preview: string) => void;
  readonly clear: () => void;
  readonly clearingFailure: WorkbookError | undefined;
};

export const DESK_HEADING = 'desk-heading';

/** Where the focus goes when what had it is about to go. */
export function focusDesk(): void {
  document.getElementById(DESK_HEADING)?.focus();
}

/** The consolidation desk of the open workbook. What lies on it outlives the screen. */
export function useDesk(): Desk {
  const state = useRendererState();
  const { client } = state;
  const workbook = useWorkbook().id;
  const { staging } = useDeskState();
  const checking = useJob('consolidation-preview');
  const taking = useJob('consolidation');
  const isHere = (job: { readonly workbook: string } | undefined): boolean => job?.workbook === workbook;
  const laidOut = useStore(jobs, ({ last }) => last['consolidation-preview']);
  const isKnown = (job: Job): boolean => job.view !== undefined || job.failure !== undefined;
  const takenIn = useStore(jobs, ({ last }) => last.consolidation);

  const [isTakenUp, setIsTakenUp] = useState(false);
  useEffect(() => {
    void takeUpDesk(state, workbook)
      .catch(() => {
        // The desk shows what the page knows; whatever is wrong is said where it is asked for next.
      })
      .finally(() => setIsTakenUp(true));
  }, [state, workbook]);

  const layOut = async (order: Order): Promise<void> => {
    const { passphrases } = deskOf(workbook);
    const typed = [...new Set(Object.values(passphrases))].filter((one) => one.trim() !== '');
    // What the program does not know any more is off the desk.
    const earlier = checking.view?.id;
    focusDesk();
    await checking.start(async () => {
      const started = await client.call('start-consolidation-preview', {
        ...order,
        ...(earlier === undefined ? {} : { again: earlier }),
        ...(typed.length === 0 ? {} : { passphrases: typed.slice(-MOST_PASSPHRASES) }),
      });
      if (started.job === null) return started;
      forgetJobs('consolidation', 'undo-consolidation', 'not-taken-sheet');
      changeDesk(workbook, { tried: passphrases, typedPaths: '', isLost: false });
      return started;
    });
  };

  const drop = async (files: readonly File[]): Promise<void> => {
    const stop = new AbortController();
    changeDesk(workbook, { notStaged: [] });
    focusDesk();
    const outcome = await stageFiles(
      client,
      files,
      (progress) => changeDesk(workbook, { staging: { progress, stop: () => stop.abort() } }),
      stop.signal,
    );
    changeDesk(workbook, { staging: null, notStaged: outcome?.refused ?? [] });
    if (outcome === null) return;
    const { granted, staged } = outcome;
    if (granted.length + staged.length > 0) await layOut({ granted, staged });
  };

  const clearing = useAction(async () => {
    focusDesk();
    // The program first: a desk that is drawn anew asks it what lies there.
    await client.call('discard-consolidation-preview', {});
    forgetJobs('consolidation-preview', 'consolidation', 'not-taken-sheet');
    sweepDesk(workbook);
  });

  return {
    checking,
    taking,
    isReading:
      (!isTakenUp && !isHere(laidOut) && !isHere(takenIn)) ||
      (isHere(laidOut) && !isKnown(checking)) ||
      (isHere(takenIn) && !isKnown(taking)),
    isBusy: checking.isRunning || taking.isRunning || clearing.isBusy || staging !== null,
    layOut: (order) => void layOut(order),
    drop: (files) => void drop(files),
    takeIn: (preview) => {
      focusDesk();
      void taking.start(async () => {
        forgetJobs('undo-consolidation');
        const started = await client.call('start-consolidation', { preview });
        void reloadWhenDone(state, started.job);
        return started;
      });
    },
    clear: () => void clearing.run(),
    clearingFailure: clearing.failure,
  };
}
