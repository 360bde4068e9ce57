import { useState } from 'react';
import type { JobView } from '../../../shared/api/views/workbookView.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { endOfJob } from '../../components/jobs/endOfJob.ts';
import { failureOfJob } from '../../components/jobs/failureOfJob.ts';
import { jobs } from '../../components/jobs/jobs.ts';
import { failureOf } from '../../state/failureOf.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

export type Rehearsal = {
  /**
   * Makes the rehearsal where it is not there or wanted afresh, and opens it; whether that was done. Stopped or failing, one
   * that was open is opened again as it was.
   */
  readonly open: (afresh: boolean) => Promise<boolean>;
  /** How far the making is, while it is made. */
  readonly making: JobView | undefined;
  readonly stop: () => void;
  readonly failure: WorkbookError | undefined;
};

/** The workbook to practise with: made, watched, stopped and opened. */
export function useRehearsal(): Rehearsal {
  const { client, session } = useRendererState();
  const [making, setMaking] = useState<JobView | undefined>(undefined);
  const [failure, setFailure] = useState<WorkbookError | undefined>(undefined);

  /** Whether there is a rehearsal to open after this, and nobody stopped it. */
  async function make(afresh: boolean): Promise<boolean> {
    const { job } = await client.call('start-rehearsal', afresh ? { afresh } : {});
    if (job === null) return true;
    const { state, error } = await endOfJob(client, job, setMaking);
    if (state === 'failed') throw failureOfJob(error);
    // The new rehearsal is the same workbook by its number: receipts of the old one are not its own.
    if (state === 'done') jobs.setState({ last: {} });
    return state === 'done';
  }

  return {
    open: async (afresh) => {
      setFailure(undefined);
      const wasOpen = session.store.getState().phase === 'open';
      let isMade = false;
      try {
        isMade = await make(afresh);
      } catch (caught) {
        setFailure(failureOf(caught));
      } finally {
        setMaking(undefined);
      }
      // Where one was open it was closed for this, and is still there.
      return isMade || wasOpen ? (await session.openRehearsal()) && isMade : false;
    },
    making,
    stop: () => {
      if (making !== undefined) void client.call('cancel-job', { job: making.id }).catch(() => undefined);
    },
    failure,
  };
}
