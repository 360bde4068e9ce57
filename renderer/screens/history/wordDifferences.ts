import { rewordedAsOne } from './rewordedAsOne.ts';

/** A stretch of text and whether it stands on both sides, only before or only after. */
export type WordDifference = {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
};

/** Above this many cells of the comparison it is made coarser, so that no screen waits. */
const MOST_CELLS = 4_000_000;

/**
 * What changed from `before` to `after`, word by word.
 *
 * Joining every "same" and "removed" text gives `before`; joining every "same" and "added" text gives `after`.
 */
export function wordDifferences(before: string, after: string): readonly WordDifference[] {
  return rewordedAsOne(differencesOf(wordsOf(before), wordsOf(after), bySentences));
}

/** What is the same at both ends is set aside first: most edits leave most of a text as it was. */
function differencesOf(
  left: readonly string[],
  right: readonly string[],
  tooLarge: (left: readonly string[], right: readonly string[]) => readonly WordDifference[],
): readonly WordDifference[] {
  const start = commonStart(left, right);
  const end = commonEnd(left.slice(start), right.slice(start));
  const [leftMiddle, rightMiddle] = [left, right].map((words) => words.slice(start, words.length - end));
  const isTooLarge = (leftMiddle?.length ?? 0) * (rightMiddle?.length ?? 0) > MOST_CELLS;
  const middle = (isTooLarge ? tooLarge : compare)(leftMiddle ?? [], rightMiddle ?? []);
  return joined([
    { kind: 'same', text: left.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: left.slice(left.length - end).join('') },
  ]);
}

/** Long texts are compared by sentences first, then by words within the sentences that changed. */
function bySentences(left: readonly string[], right: readonly string[]): readonly WordDifference[] {
  const coarse = differencesOf(sentencesOf(left.join('')), sentencesOf(right.join('')), replaced);
  return coarse.flatMap((difference, index): readonly WordDifference[] => {
    const before = coarse[index - 1];
    const after = coarse[index + 1];
    if (difference.kind === 'removed' && after?.kind === 'added') {
      return differencesOf(wordsOf(difference.text), wordsOf(after.text), replaced);
    }
    return difference.kind === 'added' && before?.kind === 'removed' ? [] : [difference];
  });
}

/** Sentences and lines with the white space after them, nothing dropped. */
function sentencesOf(text: string): readonly string[] {
  return text.match(/[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+$/gu) ?? [];
}

function replaced(left: readonly string[], right: readonly string[]): readonly WordDifference[] {
  return [
    { kind: 'removed', text: left.join('') },
    { kind: 'added', text: right.join('') },
  ];
}

/** Words and the white space between them, nothing dropped. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

function commonStart(left: readonly string[], right: readonly string[]): number {
  const most = Math.min(left.length, right.length);
  let count = 0;
  while (count < most && left[count] === right[count]) count += 1;
  return count;
}

function commonEnd(left: readonly string[], right: readonly string[]): number {
  const most = Math.min(left.length, right.length);
  let count = 0;
  while (count < most && left.at(-1 - count) === right.at(-1 - count)) count += 1;
  return count;
}

/** Longest common subsequence of words, by the usual table of lengths. */
function compare(left: readonly string[], right: readonly string[]): readonly WordDifference[] {
  if (left.length === 0 || right.length === 0) return replaced(left, right);
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const differences: WordDifference[] = [];
  let row = 0;
  let column = 0;
  while (row < left.length || column < right.length) {
    const leftWord = left[row];
    const rightWord = right[column];
    if (leftWord !== undefined && leftWord === rightWord) {
      differences.push({ kind: 'same', text: leftWord });
      row += 1;
      column += 1;
    } else if (
      leftWord !== undefined &&
      (rightWord === undefined || at(row + 1, column) >= at(row, column + 1))
    ) {
      differences.push({ kind: 'removed', text: leftWord });
      row += 1;
    } else if (rightWord !== undefined) {
      differences.push({ kind: 'added', text: rightWord });
      column += 1;
    }
  }
  return differences;
}

function joined(differences: readonly WordDifference[]): readonly WordDifference[] {
  const result: WordDifference[] = [];
  for (const difference of differences) {
    if (difference.text === '') continue;
    const last = result.at(-1);
    if (last?.kind === difference.kind) {
      result[result.length - 1] = { kind: last.kind, text: last.text + difference.text };
    } else {
      result.push(difference);
    }
  }
  return result;
}
