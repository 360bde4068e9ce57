import { useState } from 'react';
import type { ConsolidationPreview } from '../../../shared/api/views/consolidationView.ts';
import { Button } from '../../components/Button.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { countWords, numberWords } from '../../words/countWords.ts';
import { DifferenceItem } from './DifferenceItem.tsx';
import { differenceWords } from './differenceWords.ts';

type Listed = ConsolidationPreview['differences'][number];

/** So many are drawn at once: each compares its texts word by word. */
const A_PAGE = 20;

/** Everything that would change, conflicts first, a page at a time. */
export function DifferenceList(props: { readonly differences: readonly Listed[]; readonly more: number }) {
  const { differences, more } = props;
  const [shown, setShown] = useState(A_PAGE);
  const [what, setWhat] = useState('');
  if (differences.length === 0) return null;
  const kinds = [...new Set(differences.map((one) => one.what))];
  const wanted = differences.filter((one) => what === '' || one.what === what);
  const drawn = wanted.slice(0, shown);
  return (
    <section aria-labelledby="desk-differences" className="stack">
      <h3 id="desk-differences">What would change: {numberWords(differences.length + more)}</h3>
      {kinds.length > 1 && (
        <SelectField
          label="Show"
          className="desk-filter"
          value={what}
          emptyLabel={`Everything listed (${numberWords(differences.length)})`}
          options={kinds.map((kind) => ({
            value: kind,
            label: `${differenceWords[kind]} (${numberWords(differences.filter((one) => one.what === kind).length)})`,
          }))}
          onValue={(kind) => {
            setWhat(kind);
            setShown(A_PAGE);
          }}
        />
      )}
      <ol className="plain-list">
        {drawn.map((difference) => (
          <DifferenceItem
            key={`${difference.what} ${difference.entity} ${difference.entityId} ${difference.field ?? ''}`}
            difference={difference}
          />
        ))}
      </ol>
      {drawn.length < wanted.length && (
        <div className="button-row">
          <p className="quiet" role="status">
            {`The first ${numberWords(drawn.length)} of ${numberWords(wanted.length)} are shown.`}
          </p>
          <Button onClick={() => setShown(shown + A_PAGE)}>
            Show {numberWords(Math.min(A_PAGE, wanted.length - drawn.length))} more
          </Button>
        </div>
      )}
      {more > 0 && (
        <p className="quiet">
          {`${countWords(more, 'further change is', 'further changes are')} counted and not listed here. They are taken in all the same.`}
        </p>
      )}
    </section>
  );
}
