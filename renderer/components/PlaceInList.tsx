import { numberWords } from '../words/countWords.ts';
import { Button } from './Button.tsx';
import { Key } from './Key.tsx';

/** Which of how many is on the screen, with the way to the one before and the next. `index` counts from 0. */
export function PlaceInList(props: {
  readonly index: number;
  /** How many can be gone through here. */
  readonly length: number;
  /** How many there are in all, where not all have been read yet. */
  readonly total?: number;
  readonly onGo: (index: number) => void;
}) {
  const { index, length, total = length, onGo } = props;
  return (
    <>
      <span>{`${numberWords(index + 1)} of ${numberWords(total)}`}</span>
      <Button look="quiet" aria-keyshortcuts="K" aria-disabled={index === 0} onClick={() => onGo(index - 1)}>
        ‹ Previous
        <Key combination="K" />
      </Button>
      <Button
        look="quiet"
        aria-keyshortcuts="J"
        aria-disabled={index === length - 1}
        onClick={() => onGo(index + 1)}
      >
        Next ›<Key combination="J" />
      </Button>
    </>
  );
}
