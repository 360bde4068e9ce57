import { focusFirstProblem } from '../../state/focusFirstProblem.ts';
import { Button } from '../Button.tsx';
import type { Job } from './useJob.ts';
import type { TargetPath } from './useTargetPath.ts';

/**
 * Starts writing a file, and asks about a file of that name that is there already. Where `onWrite` finds something wrong
 * first, the first field with a problem has the focus.
 */
export function WriteFileButtons(props: {
  readonly job: Job;
  readonly label: string;
  readonly target: Pick<TargetPath, 'isReady'>;
  readonly onWrite: (replace: boolean) => void;
}) {
  const { job } = props;
  const isTaken = job.view?.error?.code === 'already-exists' || job.failure?.code === 'already-exists';
  return (
    <div className="button-row">
      <Button
        look="primary"
        disabled={job.isRunning || !props.target.isReady}
        onClick={() => {
          props.onWrite(false);
          focusFirstProblem();
        }}
      >
        {props.label}
      </Button>
      {isTaken && !job.isRunning && (
        <Button
          look="danger"
          onClick={(event) => {
            // This one goes as soon as the writing starts.
            event.currentTarget.parentElement?.querySelector('button')?.focus();
            props.onWrite(true);
          }}
        >
          Replace the file that is there
        </Button>
      )}
    </div>
  );
}
