import type { SearchHit } from '../../../shared/api/views/searchView.ts';
import { markedPassages } from './markedPassages.ts';

/** What was found: where it belongs, and the passage with the matching words marked. */
export function HitText({ hit }: { readonly hit: SearchHit }) {
  return (
    <>
      <span className="search-hit-label">{hit.label}</span>
      <span className="search-hit-excerpt">
        {markedPassages(hit.excerpt).map(({ text, isMatch }, index) => {
          // The passages of one excerpt never change places.
          const key = `${String(index)} ${text}`;
          return isMatch ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
        })}
      </span>
    </>
  );
}
