import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { countWords } from '../../words/countWords.ts';
import { WordDifferences } from '../history/WordDifferences.tsx';

/** Longer texts are folded until somebody asks for all of them. */
const FOLDED_FROM = 900;

/** A text in conflict with what was added to and taken out of the text that all began from, where there is one. */
export function ConflictText(props: {
  readonly text: string;
  readonly start: string | null;
  /** Which of the values it is, for the button's name. */
  readonly letter: string;
}) {
  const { text, start, letter } = props;
  const [isWhole, setIsWhole] = useState(false);
  const isLong = text.length + (start?.length ?? 0) > FOLDED_FROM;
  return (
    <>
      <div className={isLong && !isWhole ? 'conflict-text is-folded' : 'conflict-text'}>
        {start === null || start === '' ? (
          <p className="word-differences">{text}</p>
        ) : (
          <WordDifferences before={start} after={text} isWhole={isWhole} />
        )}
      </div>
      {isLong && (
        <Button look="quiet" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Fold the text' : `Show all ${countWords(wordsIn(text), 'word')}`}
          <span className="visually-hidden"> of {letter}</span>
        </Button>
      )}
    </>
  );
}

function wordsIn(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
