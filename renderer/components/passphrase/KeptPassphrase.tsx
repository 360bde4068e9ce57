import { Button } from '../Button.tsx';
import { CopyTextButton } from '../CopyTextButton.tsx';
import { focusHeading } from '../../state/focusHeading.ts';
import { Notice } from '../Notice.tsx';
import './passphrase.css';
import { PassphraseWords } from './PassphraseWords.tsx';

/** The passphrase of what was just written, until the person says that it is noted. */
export function KeptPassphrase(props: {
  readonly passphrase: string;
  /** "the packet", "the packets". */
  readonly what: string;
  readonly onPutAway: () => void;
}) {
  const { passphrase, what } = props;
  return (
    <Notice kind="warning" title={`Note the passphrase of ${what} now`} isStill>
      <div className="kept-passphrase">
        <PassphraseWords passphrase={passphrase} />
        <p>
          It is kept nowhere. It stands here until you put it away, close the program or write again; after
          that nobody can open {what} without having noted it. Pass it on by phone or face to face, never in
          the same message.
        </p>
        <div className="button-row">
          <CopyTextButton label="Copy the passphrase" text={() => passphrase} />
          <Button
            onClick={() => {
              props.onPutAway();
              // The button goes with the passphrase.
              focusHeading();
            }}
          >
            It is noted: put it away
          </Button>
        </div>
      </div>
    </Notice>
  );
}
