import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { JobView } from '../../../shared/api/views/workbookView.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { failureOf } from '../../state/failureOf.ts';
import { saveFirst } from '../../state/saveFirst.ts';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { POLL_MS } from './endOfJob.ts';
import { jobs } from './jobs.ts';

export type Job = {
  /** The last job of this kind in this workbook; undefined before the first. */
  readonly view: JobView | undefined;
  readonly isRunning: boolean;
  /** Whether the person has started one since they came to this screen. */
  readonly isStartedHere: boolean;
  /**
   * Starts one. Everything typed is saved first; it does not start when that fails, unless it only checks what is there.
   * `start` answers null when the person changed their mind.
   */
  readonly start: (start: () => Promise<{ readonly job: string | null }>) => Promise<void>;
  readonly cancel: () => void;
  /** Puts the ended job's receipt or failure away. */
  readonly putAway: () => void;
  /** Why it could not be started or asked after; what went wrong in it is in the view. */
  readonly failure: WorkbookError | undefined;
};

/** Long work of one kind: started, watched and stopped. */
export function useJob(kind: JobView['kind']): Job {
  const { client, autosave, session } = useRendererState();
  const workbook = useWorkbook().id;
  const last = useStore(jobs, (state) => state.last[kind]);
  const id = last?.workbook === workbook ? last.id : undefined;
  const [view, setView] = useState<JobView | undefined>(undefined);
  const [lost, setLost] = useState<WorkbookError | undefined>(undefined);
  const [isStartedHere, setIsStartedHere] = useState(false);

  useEffect(() => {
    if (id === undefined) return undefined;
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      try {
        const next = await client.call('read-job', { job: id });
        if (!isWanted) return;
        setView(next);
        setLost(undefined);
        if (next.state === 'running') timer = setTimeout(() => void ask(), POLL_MS);
        // A backup changes what the frame says of the last one, a packet what it says is not handed over.
        else session.changed();
      } catch (caught) {
        if (!isWanted) return;
        const failure = failureOf(caught);
        setLost(failure);
        if (isForgotten(failure)) setView(undefined);
        else timer = setTimeout(() => void ask(), POLL_MS * 5);
      }
    };
    void ask();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, session, id]);

  const starting = useAction(async (start: () => Promise<{ readonly job: string | null }>) => {
    setLost(undefined);
    setIsStartedHere(true);
    // A workbook that takes no more text is the very one to check.
    if (kind === 'verification') await autosave.flush();
    else await saveFirst(autosave);
    const { job } = await start();
    if (job !== null) {
      setView(undefined);
      jobs.setState({ last: { ...jobs.getState().last, [kind]: { id: job, workbook } } });
    }
  });
  const current = view?.id === id ? view : undefined;
  return {
    view: current,
    isRunning: starting.isBusy || current?.state === 'running',
    isStartedHere,
    start: starting.run,
    cancel: () => {
      if (id !== undefined) void client.call('cancel-job', { job: id }).catch(() => undefined);
    },
    putAway: () => {
      const { [kind]: _ended, ...others } = jobs.getState().last;
      jobs.setState({ last: others });
      starting.clearFailure();
    },
    failure: starting.failure ?? lost,
  };
}

/** Whether the host knows the job no more, so that asking on would answer nothing. */
function isForgotten({ code }: WorkbookError): boolean {
  return code === 'not-found' || code === 'no-workbook';
}
