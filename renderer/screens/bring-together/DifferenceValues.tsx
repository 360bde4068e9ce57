import type { ReactNode } from 'react';
import type { ConsolidationPreview } from '../../../shared/api/views/consolidationView.ts';
import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import type { Stamp } from '../../../shared/domain/stamp.ts';
import { StampWords } from '../../components/StampWords.tsx';
import { useTargetNames } from '../../components/evidence/useTargetNames.ts';
import { valueInWords } from '../history/valueInWords.ts';
import { wordDifferences } from '../history/wordDifferences.ts';
import { WordDifferences } from '../history/WordDifferences.tsx';

/** With more changes than this a text is a new one: marked word by word it can be neither read nor drawn quickly. */
const MOST_MARKED = 40;
/** A whole text is shown by its beginning: where it differs is shown beside it. */
const SHOWN_CHARACTERS = 400;

/** The values of one field before and after. A text that was reworded is shown once, with its words marked. */
export function DifferenceValues(props: {
  readonly difference: ConsolidationPreview['differences'][number];
  readonly field: string;
}) {
  const { difference, field } = props;
  const { target } = useTargetNames();
  const words = (value: FieldValue): string | null =>
    valueInWords({ field, value }, (id) => target({ kind: 'partner', id }));
  const { before, after, writtenBy } = difference;
  const gone = before.filter((value) => !after.includes(value));
  const kept = before.filter((value) => after.includes(value));
  const coming = after.filter((value) => !before.includes(value));
  // Word by word against the one text that stands here now; several have no one text to compare with.
  const [start] = before;
  const compared = before.length === 1 && typeof start === 'string' && start !== '' ? start : null;
  const isMarked = (value: FieldValue): boolean =>
    compared !== null && typeof value === 'string' && isRewording(compared, value);
  return (
    <dl className="desk-values">
      {kept.map((value) => (
        <Value key={`kept ${String(value)}`} name="Stands here">
          <Whole text={words(value)} />
        </Value>
      ))}
      {gone.map((value) => {
        // A text that is reworded is shown once, with the words marked.
        if (coming.length > 0 && coming.every(isMarked)) return null;
        return (
          <Value key={`gone ${String(value)}`} name="Stood here">
            <Whole text={words(value)} />
          </Value>
        );
      })}
      {coming.map((value) => (
        <Value
          key={`coming ${String(value)}`}
          name="Comes in"
          writtenBy={writtenBy[after.indexOf(value)] ?? []}
        >
          {compared !== null && isMarked(value) ? (
            <WordDifferences before={words(compared) ?? ''} after={words(value) ?? ''} />
          ) : (
            <Whole text={words(value)} />
          )}
        </Value>
      ))}
      {after.length === 0 && (
        <Value name="Comes in">
          <Whole text={null} />
        </Value>
      )}
    </dl>
  );
}

/** Whether enough of a text has stayed for its changes to be read within it: half of the shorter of the two. */
function isRewording(before: string, after: string): boolean {
  const differences = wordDifferences(before, after);
  const same = differences.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  return differences.length <= MOST_MARKED && same * 2 >= Math.min(before.length, after.length) && same > 0;
}

function Value(props: {
  readonly name: string;
  readonly writtenBy?: readonly Stamp[];
  readonly children: ReactNode;
}) {
  const { name, writtenBy = [], children } = props;
  return (
    <div className="desk-value">
      <dt>{name}</dt>
      <dd>
        {children}
        {writtenBy.map((stamp) => (
          <p key={`${stamp.replica} ${stamp.at}`} className="desk-value-by">
            <StampWords stamp={stamp} />
          </p>
        ))}
      </dd>
    </div>
  );
}

function Whole({ text }: { readonly text: string | null }) {
  if (text === null) return <em>Nothing</em>;
  return (
    <p className="word-differences">
      {text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)} …` : text}
    </p>
  );
}
