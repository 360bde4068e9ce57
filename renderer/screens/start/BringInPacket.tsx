import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { InputOf } from '../../../shared/api/contract.ts';
import type { StartView } from '../../../shared/api/views/workbookView.ts';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { failureOf } from '../../state/failureOf.ts';
import { useAction } from '../../state/useAction.ts';

const passphraseField = 'input[name=passphrase]';

/** Makes this laptop's own copy of a workbook out of a packet that somebody has sent; a locked one asks for its passphrase. */
export function BringInPacket(props: {
  readonly start: StartView;
  readonly isBusy: boolean;
  readonly onBringIn: (input: InputOf<'create-from-packet'>) => Promise<void>;
}) {
  const isTyped = props.start.host !== 'electron';
  const [path, setPath] = useState('');
  const [author, setAuthor] = useState(props.start.author);
  const [passphrase, setPassphrase] = useState('');
  const [isLocked, setIsLocked] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const bringing = useAction(async (unlocking: boolean) => {
    setWasTried(unlocking);
    setIsAsked(false);
    try {
      await props.onBringIn({
        author: author.trim(),
        ...(isTyped ? { path: path.trim().replace(/^"(.*)"$/u, '$1') } : {}),
        // Where the host asks for the packet, a passphrase alone belongs to the one chosen before.
        ...(unlocking ? { passphrase: passphrase.trim() } : {}),
      });
    } catch (caught) {
      setIsLocked(failureOf(caught).code === 'wrong-passphrase');
      throw caught;
    }
  });
  const { failure } = bringing;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Whoever has chosen a locked packet, or mistyped, types its passphrase next.
    if (failure?.code === 'wrong-passphrase')
      form.current?.querySelector<HTMLElement>(passphraseField)?.focus();
  }, [failure]);
  const isPathMissing = isTyped && path.trim() === '';
  const isPassphraseTyped = isLocked && passphrase.trim() !== '';
  // A path may be that of another packet by now; the host has the locked one.
  const isPassphraseMissing = !isTyped && isLocked && !isPassphraseTyped;
  const isBusy = props.isBusy || bringing.isBusy;
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsked(true);
    if (!isPathMissing && !isPassphraseMissing) void bringing.run(isPassphraseTyped);
  };
  const isWrong = failure?.code === 'wrong-passphrase';
  const isRefused = isWrong && wasTried;
  const passphraseProblem = isAsked && isPassphraseMissing ? 'Type the passphrase.' : undefined;
  return (
    <Disclosure summary="Start from a packet that somebody sent">
      <form ref={form} className="start__form" noValidate onSubmit={handleSubmit}>
        <p>
          For the first time on this laptop. It becomes your own copy of the same workbook; later packets are
          brought together inside it.
        </p>
        {isTyped && (
          <TextField
            label="Packet, with its full path"
            value={path}
            onValue={setPath}
            error={isAsked && isPathMissing ? 'Type where the packet is.' : undefined}
          />
        )}
        <TextField label="Who you are, by name or role" value={author} onValue={setAuthor} />
        {isLocked && (
          <TextField
            label="Passphrase of the packet"
            name="passphrase"
            hint={isWrong && !wasTried ? failure.message : undefined}
            spellCheck={false}
            autoCapitalize="off"
            value={passphrase}
            onValue={setPassphrase}
            error={isRefused ? failure.message : passphraseProblem}
          />
        )}
        <div className="button-row">
          <Button type="submit" disabled={isBusy}>
            {isTyped || isLocked ? 'Make my copy' : 'Choose the packet…'}
          </Button>
          {!isTyped && isLocked && (
            <Button look="quiet" disabled={isBusy} onClick={() => void bringing.run(false)}>
              Choose another packet…
            </Button>
          )}
        </div>
        {bringing.isBusy && (
          <p role="status" className="quiet">
            Checking the packet and making the copy…
          </p>
        )}
        {!isWrong && <FailureNotice failure={failure} title="No copy was made" />}
      </form>
    </Disclosure>
  );
}
