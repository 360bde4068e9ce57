import { useId, useState, type ReactElement } from 'react';
import { Button } from '../../components/Button.tsx';
import { numberWords } from '../../words/countWords.ts';

const SHOWN_AT_FIRST = 4;

/** One part of the note. Not there when it is empty, unless that is worth saying. */
export function NoteList(props: {
  readonly title: string;
  readonly entries: readonly ReactElement[];
  readonly isEmpty?: string;
}) {
  const { entries, isEmpty, title } = props;
  const [isAllShown, setIsAllShown] = useState(false);
  const heading = useId();
  if (entries.length === 0) return isEmpty === undefined ? null : <p>{isEmpty}</p>;
  const shown = isAllShown ? entries : entries.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="hand-back-note__title">
        {title}
      </h3>
      <ul className="hand-back-note__list">
        {shown.map((entry, index) => (
          // The same text can stand twice: two packets, two values of one field.
          <li key={`${String(entry.key)} ${String(index)}`}>{entry}</li>
        ))}
      </ul>
      {entries.length > SHOWN_AT_FIRST && (
        <Button look="quiet" aria-expanded={isAllShown} onClick={() => setIsAllShown(!isAllShown)}>
          {isAllShown ? 'Show fewer' : `Show ${numberWords(entries.length - SHOWN_AT_FIRST)} more`}
        </Button>
      )}
    </section>
  );
}
