import { Button } from '../Button.tsx';
import './jobs.css';

/** How far long work is, with a way to stop it. */
export function RunningWork(props: {
  /** What is being done, in words. */
  readonly step: string;
  /** 0 to 1. */
  readonly part: number;
  readonly stop: string;
  readonly onStop: () => void;
}) {
  const { step } = props;
  const percent = Math.round(props.part * 100);
  return (
    <div className="job-running">
      {/* The step is announced when it changes, the per cent are not: they would never stop talking. */}
      <p role="status">{step}</p>
      <progress aria-label={step} max={100} value={percent} />
      <span className="job-percent">{`${String(percent)} %`}</span>
      <Button onClick={props.onStop}>{props.stop}</Button>
    </div>
  );
}
