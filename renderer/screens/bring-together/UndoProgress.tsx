import { JobProgress } from '../../components/jobs/JobProgress.tsx';
import { useJob } from '../../components/jobs/useJob.ts';
import { CountsReceipt } from './CountsReceipt.tsx';

/** How far the undoing of a consolidation is, with a way to stop it, and what it has done. */
export function UndoProgress() {
  const job = useJob('undo-consolidation');
  const { view } = job;
  if (view === undefined && job.failure === undefined) return null;
  if (view?.state === 'done' && view.receipt !== null) {
    return (
      <CountsReceipt title="The consolidation is undone" receipt={view.receipt}>
        <p>What was set aside comes back when the same files are taken in again.</p>
      </CountsReceipt>
    );
  }
  return (
    <JobProgress
      job={job}
      words={{
        failed: 'The consolidation was not undone. The workbook is as it was.',
        cancelled: 'It was stopped. The workbook is as it was.',
        done: 'The consolidation is undone',
        stop: 'Stop undoing',
        counted: 'Set aside',
      }}
    />
  );
}
