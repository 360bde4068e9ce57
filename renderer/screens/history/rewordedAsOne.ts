import type { WordDifference } from './wordDifferences.ts';

/**
 * Where one word after the other was replaced, one stretch instead of many: nobody can read a text that is taken out and put
 * in word by word, with nothing the same but the spaces between.
 */
export function rewordedAsOne(differences: readonly WordDifference[]): readonly WordDifference[] {
  const result: WordDifference[] = [];
  let run: WordDifference[] = [];
  const endRun = (): void => {
    // A space at the end of it is the same on both sides of what comes then.
    const end = run.findLastIndex(({ kind }) => kind !== 'same') + 1;
    result.push(...asOne(run.slice(0, end)), ...run.slice(end));
    run = [];
  };
  for (const difference of differences) {
    if (difference.kind === 'same' && !(run.length > 0 && isSpace(difference.text))) {
      endRun();
      result.push(difference);
    } else {
      run.push(difference);
    }
  }
  endRun();
  return result;
}

function asOne(run: readonly WordDifference[]): readonly WordDifference[] {
  const isReworded = (['removed', 'added'] as const).every(
    (kind) => run.filter((difference) => difference.kind === kind).length > 1,
  );
  if (!isReworded) return run;
  const without = (left: WordDifference['kind']): string =>
    run.map(({ kind, text }) => (kind === left ? '' : text)).join('');
  return [
    { kind: 'removed', text: without('added') },
    { kind: 'added', text: without('removed') },
  ];
}

/** A space between words, not the end of a line. */
function isSpace(text: string): boolean {
  return /^[^\S\n]+$/u.test(text);
}
