import { useEffect, type FormEvent } from 'react';
import type { PacketSource } from '../../../shared/api/views/consolidationView.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/TextField.tsx';
import { focusFirstProblem } from '../../state/focusFirstProblem.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { countWords } from '../../words/countWords.ts';
import { changeDesk, useDeskState } from './deskState.ts';
import { isSpreadsheet } from './sourceName.ts';
import { type Desk, DESK_HEADING } from './useDesk.ts';

/** Files that can't be taken in as they are: locked ones with a field for what opens them, refused ones with the reason. */
export function SourcesToOpen(props: { readonly sources: readonly PacketSource[]; readonly desk: Desk }) {
  const { sources, desk } = props;
  const locked = sources.filter(({ state }) => state === 'locked');
  const refused = sources.filter(({ state }) => state === 'refused');
  useEffect(() => {
    // The desk takes the focus during a check; whoever mistyped goes on typing.
    const desk = document.getElementById(DESK_HEADING);
    if (desk !== null && document.activeElement === desk) focusFirstProblem(desk.parentElement);
  }, []);
  const leaveOut = (gone: readonly PacketSource[]): void => {
    if (gone.length === sources.length) desk.clear();
    else desk.layOut({ leaveOut: gone.map(({ path }) => path) });
  };
  return (
    <>
      {locked.length > 0 && (
        <section aria-labelledby="desk-locked" className="stack">
          <h3 id="desk-locked">{countWords(locked.length, 'locked file')}</h3>
          <ul className="plain-list">
            {locked.map((source) => (
              <LockedSource
                key={source.path}
                source={source}
                desk={desk}
                onLeaveOut={() => leaveOut([source])}
              />
            ))}
          </ul>
        </section>
      )}
      {refused.length > 0 && (
        <section aria-labelledby="desk-refused" className="stack">
          <h3 id="desk-refused">
            {countWords(refused.length, 'file that can’t', 'files that can’t')} be taken in
          </h3>
          <ul className="plain-list">
            {refused.map((source) => (
              <li key={source.path} className="desk-to-open">
                <p className="desk-source-name">{source.name}</p>
                <p>{source.sentence}</p>
                <LeaveOutButton source={source} desk={desk} onLeaveOut={() => leaveOut([source])} />
              </li>
            ))}
          </ul>
          {refused.length > 1 && (
            <Button disabled={desk.isBusy} onClick={() => leaveOut(refused)}>
              Leave these {countWords(refused.length, 'file')} out
            </Button>
          )}
        </section>
      )}
    </>
  );
}

function LockedSource(props: {
  readonly source: PacketSource;
  readonly desk: Desk;
  readonly onLeaveOut: () => void;
}) {
  const { source, desk } = props;
  const workbook = useWorkbook().id;
  const { passphrases, tried } = useDeskState();
  const typed = passphrases[source.path] ?? '';
  const isTyped = typed.trim() !== '';
  const isWrong = isTyped && tried[source.path] === typed;
  // What was typed beside another file was tried here as well.
  const isAnyTried = Object.values(tried).some((one) => one.trim() !== '');
  const word = isSpreadsheet(source.name) ? 'Password' : 'Passphrase';
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    // All that has been typed beside other files is tried as well.
    if (isTyped) desk.layOut({});
  };
  return (
    <li className="desk-to-open">
      <p className="desk-source-name">{source.name}</p>
      <p>
        {isTyped || !isAnyTried
          ? source.sentence
          : `No ${word.toLowerCase()} typed so far opens it. Type the one that came with it.`}
      </p>
      <form className="desk-unlock" noValidate onSubmit={handleSubmit}>
        <TextField
          label={
            <>
              {word}
              <span className="visually-hidden"> of {source.name}</span>
            </>
          }
          spellCheck={false}
          autoCapitalize="off"
          value={typed}
          error={isWrong ? `This ${word.toLowerCase()} does not open it.` : undefined}
          onValue={(text) => changeDesk(workbook, { passphrases: { ...passphrases, [source.path]: text } })}
        />
        <div className="button-row">
          <Button type="submit" disabled={desk.isBusy}>
            Open it
          </Button>
          <LeaveOutButton source={source} desk={desk} onLeaveOut={props.onLeaveOut} />
        </div>
      </form>
    </li>
  );
}

function LeaveOutButton(props: {
  readonly source: PacketSource;
  readonly desk: Desk;
  readonly onLeaveOut: () => void;
}) {
  return (
    <Button look="quiet" disabled={props.desk.isBusy} onClick={props.onLeaveOut}>
      Leave this file out
      <span className="visually-hidden">: {props.source.name}</span>
    </Button>
  );
}
