import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { SearchHit } from '../../../shared/api/views/searchView.ts';
import { useChosenInSight } from '../../components/useChosenInSight.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { routes } from '../../state/routes.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { hitAddress } from './hitAddress.ts';
import { HitText } from './HitText.tsx';
import './search.css';
import { lastSearch } from './lastSearch.ts';
import { searchOutcome, useSearch } from './useSearch.ts';

const MOST_HITS = 20;

/**
 * Search from anywhere: a box with its hits below. Arrow keys choose while the typing goes on, Enter opens; pressed before
 * the hits are there, it opens the first of them.
 */
export function SearchPalette({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const search = useSearch(typed, MOST_HITS);
  const catalogue = useCatalogue();
  const [, navigate] = useLocation();
  const listId = useId();
  const { hits, text } = search;
  useEffect(() => setChosen(0), [text]);
  const current = Math.min(chosen, hits.length - 1);
  const isFound = typed.trim() === text && !search.isLooking;
  const isOpenWanted = useRef(false);
  useEffect(() => {
    if (!isOpenWanted.current || !isFound) return;
    isOpenWanted.current = false;
    if (hits[0] !== undefined) open(hits[0]);
  });
  useChosenInSight(listId, Math.max(current, 0));

  function open(hit: SearchHit): void {
    const address = hitAddress(hit, catalogue);
    if (address === undefined) lastSearch.setState({ words: typed });
    onClose();
    navigate(address ?? routes.search());
  }
  function handleKeyDown(event: KeyboardEvent): void {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && hits.length > 0) {
      event.preventDefault();
      setChosen((current + move + hits.length) % hits.length);
    }
    const hit = hits[current];
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!isFound) isOpenWanted.current = true;
    else if (hit !== undefined) open(hit);
  }

  return (
    <Dialog title="Search" size="wide" onClose={onClose}>
      <input
        type="search"
        role="combobox"
        aria-label="Search everything in this workbook"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `${listId}-${String(current)}` : undefined}
        autoComplete="off"
        data-autofocus
        className="ds_input search-box"
        placeholder="Answers, evidence, actions, questions, outcomes"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          isOpenWanted.current = false;
        }}
        onKeyDown={handleKeyDown}
      />
      <p role="status" className="search-outcome">
        {searchOutcome(search)}
      </p>
      <FailureNotice failure={search.failure} title="The search did not work" onRetry={search.retry} />
      <ul id={listId} role="listbox" aria-label="Found" className="plain-list search-hits">
        {hits.map((hit, index) => (
          <Option
            key={`${hit.entity} ${hit.entityId}`}
            id={`${listId}-${String(index)}`}
            hit={hit}
            isChosen={index === current}
            onOpen={() => open(hit)}
          />
        ))}
      </ul>
      {search.hasMore && (
        <p>
          <Link
            href={routes.search()}
            onClick={() => {
              lastSearch.setState({ words: typed });
              onClose();
            }}
          >
            Show all of them on a screen of their own
          </Link>
        </p>
      )}
    </Dialog>
  );
}

function Option(props: {
  readonly id: string;
  readonly hit: SearchHit;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
}) {
  const { id, hit, isChosen, onOpen } = props;
  return (
    // The keyboard is handled by the box, which keeps the focus: the pattern of a combobox with a list.
    <li
      id={id}
      role="option"
      aria-selected={isChosen}
      className={isChosen ? 'search-hit search-hit-is-chosen' : 'search-hit'}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      <HitText hit={hit} />
    </li>
  );
}
