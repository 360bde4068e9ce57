import { Button } from '../Button.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { Notice } from '../Notice.tsx';
import { failureOf } from '../../state/failureOf.ts';
import { WorkbookError, errorCodes } from '../../../shared/domain/workbookError.ts';
import './jobs.css';
import { JobReceipt } from './JobReceipt.tsx';
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
  if (view === undefined) return <FailureNotice failure={job.failure} title={words.failed} />;
  const percent = Math.round(view.progress * 100);
  return (
    <div className="job">
      <FailureNotice failure={job.failure} title={words.failed} />
      {view.state === 'running' && (
        <div className="job-running">
          {/* The step is announced when it changes, the per cent are not: they would never stop talking. */}
          <p role="status">{view.step}</p>
          <progress aria-label={view.step} max={100} value={percent} />
          <span className="job-percent">{`${String(percent)} %`}</span>
          <Button onClick={job.cancel}>{words.stop}</Button>
        </div>
      )}
      {view.state === 'failed' && <FailureNotice failure={failureOfJob(view.error)} title={words.failed} />}
      {view.state === 'cancelled' && (
        <Notice kind="info" title={words.cancelled}>
          <p>Nothing was left behind.</p>
        </Notice>
      )}
      {view.state === 'done' && view.receipt !== null && <JobReceipt receipt={view.receipt} words={words} />}
    </div>
  );
}

/** A job's error crosses as plain text; an unknown code is a fault of the program. */
function failureOfJob(error: { readonly code: string; readonly message: string } | null): WorkbookError {
  if (error === null) return failureOf(undefined);
  const code = errorCodes.find((candidate) => candidate === error.code) ?? 'internal';
  return new WorkbookError(code, error.message);
}
