import { Link } from 'wouter';
import { useStore } from 'zustand';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { hitAddress } from './hitAddress.ts';
import { HitText } from './HitText.tsx';
import { lastSearch } from './lastSearch.ts';
import './search.css';
import { searchOutcome, useSearch } from './useSearch.ts';

const MOST_HITS = 200;

/** Search with room: every place that holds the words. */
export function SearchScreen() {
  const typed = useStore(lastSearch, ({ words }) => words);
  const search = useSearch(typed, MOST_HITS);
  const catalogue = useCatalogue();
  return (
    <div className="screen screen--text">
      <ScreenHeading title="Search" />
      <TextField
        label="Search everything in this workbook"
        hint="Every word has to occur; the last one may be a beginning."
        type="search"
        value={typed}
        onValue={(words) => lastSearch.setState({ words })}
      />
      <p role="status" className="search-outcome">
        {searchOutcome(search)}
      </p>
      <FailureNotice failure={search.failure} title="The search did not work" onRetry={search.retry} />
      {search.text === '' && (
        <EmptyState why="Nothing is searched for yet. Answers, grades, evidence, actions, questions and outcomes are all looked through." />
      )}
      <ol className="plain-list search-hits" aria-label="Found">
        {search.hits.map((hit) => {
          const address = hitAddress(hit, catalogue);
          return (
            <li key={`${hit.entity} ${hit.entityId}`} className="search-hit">
              {address === undefined ? (
                <HitText hit={hit} />
              ) : (
                <Link href={address} className="search-hit-link">
                  <HitText hit={hit} />
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
