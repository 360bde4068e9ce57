import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useDeskState } from './deskState.ts';

/** How far dropped files have come on their way to the program, with a way to stop; and those that did not come through. */
export function StagingProgress() {
  const { staging, notStaged } = useDeskState();
  return (
    <>
      {staging !== null && (
        <div className="job-running">
          <p role="status">
            {`Reading ${staging.progress.name}`}
            {staging.progress.files > 1 &&
              ` (${String(staging.progress.position)} of ${String(staging.progress.files)})`}
          </p>
          <progress aria-label={`Reading ${staging.progress.name}`} max={1} value={staging.progress.part} />
          <Button onClick={staging.stop}>Stop reading</Button>
        </div>
      )}
      {notStaged.length > 0 && (
        <Notice kind="warning" title="Not every file was laid out">
          <ul>
            {notStaged.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
