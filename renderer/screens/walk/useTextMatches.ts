import { useEffect, useState } from 'react';
import { MOST_HITS } from '../../../shared/api/views/searchView.ts';
import { partsOfVoiced } from '../../../shared/domain/entityIdentity.ts';
import { useSettledText } from '../../components/evidence/useSettledText.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

/** Shorter texts are looked for in the framework's own words only. */
const SHORTEST_SEARCHED = 3;

/** The questions and quality indicators whose answers and rationales contain what is typed, once it has settled. */
export function useTextMatches(typed: string): ReadonlySet<string> {
  const { client } = useRendererState();
  const text = useSettledText(typed);
  const [found, setFound] = useState<ReadonlySet<string>>(nothing);
  useEffect(() => {
    if (text.length < SHORTEST_SEARCHED) {
      setFound(nothing);
      return undefined;
    }
    let isWanted = true;
    client.call('search', { text, limit: MOST_HITS, among: ['answer', 'grade'] }).then(
      ({ hits }) => {
        const subjects = hits.map((hit) => partsOfVoiced(hit.entityId)?.subject);
        if (isWanted) setFound(new Set(subjects.filter((subject) => subject !== undefined)));
      },
      // The framework's own words are still searched; a failing search says so on its own screen.
      () => isWanted && setFound(nothing),
    );
    return () => {
      isWanted = false;
    };
  }, [client, text]);
  return found;
}

const nothing: ReadonlySet<string> = new Set();
