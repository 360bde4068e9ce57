import { Fragment, useMemo } from 'react';
import { wordDifferences } from './wordDifferences.ts';

/** Unchanged stretches longer than this are shown by their beginning and end. */
const LONGEST_SAME = 240;
const KEPT = 90;

/** What was taken out and what was put in, struck through and underlined as well as coloured. */
export function WordDifferences(props: {
  readonly before: string;
  readonly after: string;
  /** Shows all of what is the same as well. */
  readonly isWhole?: boolean;
}) {
  const { before, after } = props;
  // Comparing long texts takes longer than a key may: whoever writes beside them draws this at every one.
  const differences = useMemo(() => wordDifferences(before, after), [before, after]);
  return (
    <p className="word-differences">
      {differences.map(({ kind, text }, index) => {
        // The stretches of one comparison never change places.
        const key = `${kind} ${String(index)}`;
        if (kind === 'same') {
          return <Fragment key={key}>{props.isWhole === true ? text : shortened(text)}</Fragment>;
        }
        const Tag = kind === 'added' ? 'ins' : 'del';
        return (
          <Tag key={key}>
            <span className="visually-hidden">{kind === 'added' ? '[added: ' : '[removed: '}</span>
            {text}
            <span className="visually-hidden">]</span>
          </Tag>
        );
      })}
    </p>
  );
}

function shortened(text: string): string {
  if (text.length <= LONGEST_SAME) return text;
  // At the ends of words, where there are any.
  const start = text.slice(0, KEPT).replace(/(?<=\s)\S*$/u, '');
  const end = text.slice(-KEPT).replace(/^\S*(?=\s)/u, '');
  return `${start.trimEnd()} […] ${end.trimStart()}`;
}
