import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { useView } from '../../state/useView.ts';
import { numberWords } from '../../words/countWords.ts';
import { ConsolidationItem } from './ConsolidationItem.tsx';
import { UndoProgress } from './UndoProgress.tsx';

/** The newest are the ones that somebody comes back for. */
const SHOWN = 5;

/** Every consolidation of this workbook, newest first; the last one that stands can be undone. */
export function ConsolidationsSoFar() {
  const { value, failure, reload } = useView('list-consolidations', {});
  const [areAllShown, setAreAllShown] = useState(false);
  const all = value?.consolidations ?? [];
  const shown = areAllShown ? all : all.slice(0, SHOWN);
  return (
    <section aria-labelledby="so-far" className="stack">
      <h2 id="so-far" tabIndex={-1} className="section-heading">
        Brought together so far{all.length > 0 && `: ${numberWords(all.length)}`}
      </h2>
      <UndoProgress />
      <FailureNotice failure={failure} title="What was brought together could not be read" onRetry={reload} />
      {value === undefined && failure === undefined && <Loading what="what was brought together" />}
      {value !== undefined && all.length === 0 && (
        <EmptyState why="Nothing has been brought together in this workbook yet." />
      )}
      {all.length > 0 && (
        <ol className="plain-list">
          {shown.map((consolidation) => (
            <ConsolidationItem key={consolidation.id} consolidation={consolidation} />
          ))}
        </ol>
      )}
      {shown.length < all.length && (
        <Button onClick={() => setAreAllShown(true)}>Show all {numberWords(all.length)}</Button>
      )}
    </section>
  );
}
