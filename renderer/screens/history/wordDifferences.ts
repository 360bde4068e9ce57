/** A stretch of text and whether it stands on both sides, only before or only after. */
export type WordDifference = {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
};

/** Above this many cells of the comparison the middle is shown as replaced as a whole, so that no screen waits. */
const MOST_CELLS = 4_000_000;

/**
 * What changed from `before` to `after`, word by word.
 *
 * Joining every "same" and "removed" text gives `before`; joining every "same" and "added" text gives `after`.
 */
export function wordDifferences(before: string, after: string): readonly WordDifference[] {
  const left = wordsOf(before);
  const right = wordsOf(after);
  const start = commonStart(left, right);
  const end = commonEnd(left.slice(start), right.slice(start));
  const middle = compare(left.slice(start, left.length - end), right.slice(start, right.length - end));
  return joined([
    { kind: 'same', text: left.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: left.slice(left.length - end).join('') },
  ]);
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
  if (left.length * right.length > MOST_CELLS || left.length === 0 || right.length === 0) {
    return [
      { kind: 'removed', text: left.join('') },
      { kind: 'added', text: right.join('') },
    ];
  }
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
