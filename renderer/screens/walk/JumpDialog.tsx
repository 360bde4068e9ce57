import { useId, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { Dialog } from '../../components/Dialog.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { FieldFrame } from '../../components/FieldFrame.tsx';
import { routes } from '../../state/routes.ts';
import { useChosenInSight } from '../../components/useChosenInSight.ts';
import { useView } from '../../state/useView.ts';
import { countWords } from '../../words/countWords.ts';
import { jumpLabel, jumpMatches } from './jumpMatches.ts';
import { walkStops, type Stop } from './walkStops.ts';

const MOST_SHOWN = 12;

/** Jumps to a question or grade by its number or its words. */
export function JumpDialog(props: { readonly onClose: () => void }) {
  const [, navigate] = useLocation();
  const outline = useView('read-walk', {});
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const stops = outline.value === undefined ? [] : walkStops(outline.value);
  const matches = jumpMatches(stops, typed, MOST_SHOWN);
  const place = Math.min(chosen, Math.max(matches.length - 1, 0));
  useChosenInSight(listId, place);

  const jump = (stop: Stop | undefined) => {
    if (stop === undefined) return;
    props.onClose();
    navigate(routes.walkAt(stop.id));
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setChosen(Math.min(place + 1, matches.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(place - 1, 0));
    else if (event.key === 'Enter') jump(matches[place]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title="Jump to" onClose={props.onClose}>
      <FieldFrame label="Number or words" hint="For example 6.2, or 6.2 3 for its third question.">
        {(ids) => (
          <input
            {...ids}
            data-autofocus
            type="text"
            autoComplete="off"
            className="ds_input"
            role="combobox"
            aria-expanded={matches.length > 0}
            aria-controls={listId}
            aria-activedescendant={matches.length > 0 ? `${listId}-${place}` : undefined}
            value={typed}
            onKeyDown={handleKey}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen(0);
            }}
          />
        )}
      </FieldFrame>
      <FailureNotice
        failure={outline.failure}
        title="The questions could not be read"
        onRetry={outline.reload}
      />
      <p role="status" className="quiet">
        {outline.value !== undefined && countWords(matches.length, 'match', 'matches')}
        {matches.length === MOST_SHOWN && ' or more'}
      </p>
      <ul id={listId} role="listbox" aria-label="Matches" className="jump__list">
        {matches.map((stop, index) => {
          const { place: where, text } = jumpLabel(stop);
          return (
            // The combobox has the keys; a pointer chooses here.
            <li
              key={stop.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === place}
              className="jump__match"
              onClick={() => jump(stop)}
            >
              <span className="jump__place">{where}</span> {text}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
