import { Button } from '../Button.tsx';
import type { Job } from './useJob.ts';

/** Starts writing a file, and asks about a file of that name that is there already. */
export function WriteFileButtons(props: {
  readonly job: Job;
  readonly label: string;
  readonly onWrite: (replace: boolean) => void;
}) {
  const { job } = props;
  const isTaken = job.view?.error?.code === 'already-exists' || job.failure?.code === 'already-exists';
  return (
    <div className="button-row">
      <Button look="primary" disabled={job.isRunning} onClick={() => props.onWrite(false)}>
        {props.label}
      </Button>
      {isTaken && !job.isRunning && (
        <Button look="danger" onClick={() => props.onWrite(true)}>
          Replace the file that is there
        </Button>
      )}
    </div>
  );
}
