import { useFocusAfter } from '../../state/useFocusAfter.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { Notice } from '../Notice.tsx';
import './jobs.css';
import { failureOfJob } from './failureOfJob.ts';
import { JobReceipt } from './JobReceipt.tsx';
import { RunningWork } from './RunningWork.tsx';
import { useInSight } from './useInSight.ts';
import type { Job } from './useJob.ts';

/** How far a job is, with a way to stop it; afterwards its receipt, or what went wrong. */
export function JobProgress(props: {
  readonly job: Job;
  readonly words: {
    readonly failed: string;
    readonly cancelled: string;
    readonly done: string;
    readonly stop: string;
    /** Over the counts: "Counted in the finished file". */
    readonly counted: string;
    /** Instead of `done` when the receipt has notes, where notes are problems. */
    readonly troubled?: string;
    /** Over the receipt's notes where they are something of their own: "Files". */
    readonly noted?: string;
  };
}) {
  const { job, words } = props;
  const { view } = job;
  const place = useFocusAfter<HTMLDivElement>(view?.state === 'running');
  useInSight(place, job);
  if (view === undefined && job.failure === undefined) return null;
  return (
    <div className="job" ref={place} tabIndex={-1}>
      <FailureNotice failure={job.failure} title={words.failed} />
      {view?.state === 'running' && (
        <RunningWork step={view.step} part={view.progress} stop={words.stop} onStop={job.cancel} />
      )}
      {view?.state === 'failed' && <FailureNotice failure={failureOfJob(view.error)} title={words.failed} />}
      {view?.state === 'cancelled' && (
        <Notice kind="info" title={words.cancelled}>
          <p>Nothing was left behind.</p>
        </Notice>
      )}
      {view?.state === 'done' && view.receipt !== null && <JobReceipt receipt={view.receipt} words={words} />}
    </div>
  );
}
