import { useMemo } from 'react';
import type { SearchHit } from '../../../shared/api/views/searchView.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { useSettledText } from '../../components/evidence/useSettledText.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { useView } from '../../state/useView.ts';
import { frameworkHits } from './frameworkHits.ts';

/** Rows of the frameworks shown after what people wrote. */
const MOST_ROWS = 10;

export type Search = {
  /** What the hits were found for: the words typed, once they have settled. */
  readonly text: string;
  readonly hits: readonly SearchHit[];
  readonly hasMore: boolean;
  readonly isLooking: boolean;
  readonly failure: WorkbookError | undefined;
  readonly retry: () => void;
};

/**
 * Finds what is typed, everywhere. The hits of the words before stay until the new ones are there; a reply that comes
 * too late is dropped. Typing never waits for any of it.
 */
export function useSearch(typed: string, limit: number): Search {
  const text = useSettledText(typed);
  const { value, failure, isLoading, reload } = useView('search', { text, limit }, { keepPrevious: true });
  const catalogue = useCatalogue();
  const isEmpty = text === '';
  const fromFrameworks = useMemo(() => frameworkHits(catalogue, text, MOST_ROWS), [catalogue, text]);
  const written = value?.hits ?? [];
  const rows = fromFrameworks.filter((row) => !written.some(({ entityId }) => entityId === row.entityId));
  return {
    text,
    hits: isEmpty ? [] : [...written, ...rows],
    hasMore: !isEmpty && value?.more === true,
    isLooking: isLoading && !isEmpty,
    failure,
    retry: reload,
  };
}

/** What a screen reader hears and the line under the box says about the hits. */
export function searchOutcome(search: Search): string {
  if (search.text === '') return '';
  if (search.failure !== undefined) return '';
  if (search.hits.length === 0) {
    return search.isLooking
      ? 'Looking…'
      : `Nothing has “${search.text}” in it. Fewer words, or only the beginning of one, find more.`;
  }
  const count = search.hits.length;
  if (search.hasMore)
    return `The first ${String(count)} places are shown; there are more. More words find fewer.`;
  return count === 1 ? 'One place.' : `${String(count)} places.`;
}
