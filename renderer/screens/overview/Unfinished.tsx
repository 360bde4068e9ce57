import { useState } from 'react';
import { Link } from 'wouter';
import type { OverviewView } from '../../../shared/api/views/walkView.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { routes } from '../../state/routes.ts';
import { numberWords } from '../../words/countWords.ts';

const SHOWN_AT_FIRST = 6;

/** Questions that were begun and still want something, and what. */
export function Unfinished(props: { readonly unfinished: OverviewView['unfinished'] }) {
  const [isAllShown, setIsAllShown] = useState(false);
  const shown = isAllShown ? props.unfinished : props.unfinished.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-labelledby="overview-unfinished">
      <h2 id="overview-unfinished" className="section-heading">
        Begun and not finished <span className="quiet">{numberWords(props.unfinished.length)}</span>
      </h2>
      {props.unfinished.length === 0 && <EmptyState why="Nothing that was begun is left open." />}
      <ul className="overview__list">
        {shown.map((one) => (
          <li key={one.questionId}>
            <Link href={routes.walkAt(one.questionId)}>{one.label}</Link>
            <span className="overview__why">{one.why}</span>
          </li>
        ))}
      </ul>
      {props.unfinished.length > SHOWN_AT_FIRST && (
        <Button look="quiet" aria-expanded={isAllShown} onClick={() => setIsAllShown(!isAllShown)}>
          {isAllShown ? 'Show fewer' : `Show all ${numberWords(props.unfinished.length)}`}
        </Button>
      )}
    </section>
  );
}
