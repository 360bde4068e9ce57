import { useEffect, useState, type ComponentProps, type ReactNode } from 'react';
import { focusHeading } from '../../state/focusHeading.ts';
import { useAction } from '../../state/useAction.ts';
import { Button } from '../Button.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { JobProgress } from '../jobs/JobProgress.tsx';
import type { Job } from '../jobs/useJob.ts';
import { KeptPassphrase } from './KeptPassphrase.tsx';
import { putPassphraseAway } from './keptPassphrases.ts';

/** What was written: its passphrase first until that is noted, the receipt, what to do with it, and the way to the next. */
export function WrittenFiles(props: {
  readonly job: Job;
  readonly words: ComponentProps<typeof JobProgress>['words'];
  readonly passphrase: string | undefined;
  /** "the packet", "the packets". */
  readonly what: string;
  /** "Hand over something else". */
  readonly again: string;
  /** What to do with the files. */
  readonly children: ReactNode;
}) {
  const { job, passphrase, what, again } = props;
  const [isAsking, setIsAsking] = useState(false);
  // It stands where a long form was, and goes where one will be: reading starts at the top each time.
  useEffect(() => {
    focusHeading();
    return focusHeading;
  }, []);
  const goOn = useAction(async () => {
    putPassphraseAway(job.view?.id ?? '');
    job.putAway();
  });
  return (
    <div className="stack">
      {passphrase !== undefined && (
        <KeptPassphrase
          passphrase={passphrase}
          what={what}
          onPutAway={() => putPassphraseAway(job.view?.id ?? '')}
        />
      )}
      <JobProgress job={job} words={props.words} />
      {props.children}
      <div className="button-row">
        <Button onClick={() => (passphrase === undefined ? void goOn.run() : setIsAsking(true))}>
          {again}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title="Is the passphrase noted?"
          confirm="It is noted: go on"
          action={goOn}
          onClose={() => setIsAsking(false)}
        >
          <p>Going on takes the passphrase of {what} off the screen, and it is kept nowhere else.</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
