import type { ReactNode } from 'react';
import { Button } from '../Button.tsx';
import { Checkbox } from '../Checkbox.tsx';
import { CopyTextButton } from '../CopyTextButton.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { Notice } from '../Notice.tsx';
import { RadioGroup } from '../RadioGroup.tsx';
import { TextField } from '../TextField.tsx';
import { LEAST_PASSPHRASE } from './passphraseChoice.ts';
import './passphrase.css';
import { PassphraseWords } from './PassphraseWords.tsx';
import type { PacketLock } from './usePacketLock.ts';

/** With what packets are locked: a proposed passphrase, one of one's own, or on purpose none. */
export function PassphraseChoiceFields(props: {
  readonly lock: PacketLock;
  /** "this packet", "these packets". */
  readonly what: string;
  /** What a file without a passphrase is called. */
  readonly plainName: ReactNode;
}) {
  const { what, lock } = props;
  const { choice, setChoice, proposed = '', another } = lock;
  return (
    <div className="passphrase-choice">
      {!choice.isPlain && (
        <>
          <RadioGroup
            legend="Passphrase"
            isInline
            value={choice.way}
            onValue={(value) => setChoice({ ...choice, way: value === 'own' ? 'own' : 'proposed' })}
            options={[
              { value: 'proposed', label: 'The proposed one' },
              { value: 'own', label: 'One of your own' },
            ]}
          />
          {choice.way === 'proposed' ? (
            <>
              <PassphraseWords passphrase={proposed} />
              <div className="button-row">
                <CopyTextButton label="Copy the passphrase" text={() => proposed} />
                <Button disabled={another.isBusy} onClick={() => void another.run()}>
                  Propose another
                </Button>
              </div>
              <FailureNotice failure={another.failure} title="No other passphrase could be proposed" />
            </>
          ) : (
            <TextField
              label="Your own passphrase"
              className="passphrase-choice__own"
              hint={`At least ${LEAST_PASSPHRASE} characters; several words are safer and easier to say. Capitals, spaces and signs count.`}
              error={lock.problem}
              value={choice.own}
              onValue={(own) => setChoice({ ...choice, own })}
            />
          )}
          <p>
            Pass it on by phone or face to face, never in the same message as {what}. It is kept nowhere:
            without it nobody can open {what}, not even you.
          </p>
        </>
      )}
      <Checkbox
        label="Without a passphrase"
        isChecked={choice.isPlain}
        onChecked={(isPlain) => setChoice({ ...choice, isPlain })}
      />
      {choice.isPlain && (
        <Notice kind="warning" title="Anybody who gets hold of it can read it">
          <p>
            Every answer, every name and every attached file in it lies open, on the stick, in the message and
            in any copy of them. So that nobody overlooks it, the file’s name says so: {props.plainName}
          </p>
        </Notice>
      )}
    </div>
  );
}
