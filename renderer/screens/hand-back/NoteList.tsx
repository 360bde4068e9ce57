import { useId, useState, type ReactElement } from 'react';
import { Button } from '../../components/Button.tsx';
import { numberWords } from '../../words/countWords.ts';

const SHOWN_AT_FIRST = 4;
const A_PAGE = 100;

/** One part of the note, a page at a time. Not there when it is empty, unless that is worth saying. */
export function NoteList(props: {
  readonly title: string;
  /** Those that have been read. */
  readonly entries: readonly ReactElement[];
  /** Lines that have not been read yet. */
  readonly unread: number;
  readonly onReadOn: () => Promise<void>;
  readonly isEmpty?: string;
}) {
  const { entries, isEmpty, title, unread } = props;
  const [most, setMost] = useState(SHOWN_AT_FIRST);
  const heading = useId();
  if (entries.length === 0) return isEmpty === undefined ? null : <p>{isEmpty}</p>;
  const shown = entries.slice(0, most);
  const isAllShown = shown.length === entries.length && unread === 0;
  const showMore = async (): Promise<void> => {
    const next = most === SHOWN_AT_FIRST ? A_PAGE : most + A_PAGE;
    if (next > entries.length && unread > 0) await props.onReadOn();
    setMost(next);
  };
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
      {!isAllShown && (
        <Button look="quiet" onClick={() => void showMore()}>
          {entries.length <= A_PAGE && unread === 0
            ? `Show ${numberWords(entries.length - shown.length)} more`
            : 'Show more'}
        </Button>
      )}
      {most > SHOWN_AT_FIRST && entries.length > SHOWN_AT_FIRST && (
        <Button look="quiet" onClick={() => setMost(SHOWN_AT_FIRST)}>
          Show fewer
        </Button>
      )}
    </section>
  );
}
