import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifferences } from '../../../../renderer/screens/history/wordDifferences.ts';

const texts = fc
  .array(fc.constantFrom('plan', 'partners', 'agree', 'the', '\n', '2017'), { maxLength: 30 })
  .map((words) => words.join(' '));

describe('differences by word', () => {
  it('give back both texts exactly', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const differences = wordDifferences(before, after);
        const without = (kind: string) =>
          differences
            .filter((difference) => difference.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('show one changed word as one changed word', () => {
    expect(wordDifferences('two of five protocols lapsed', 'two of six protocols lapsed')).toEqual([
      { kind: 'same', text: 'two of ' },
      { kind: 'removed', text: 'five' },
      { kind: 'added', text: 'six' },
      { kind: 'same', text: ' protocols lapsed' },
    ]);
  });

  it('do not stall on two long texts without a word in common', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => word + at).join(' ');
    const started = performance.now();
    const kinds = wordDifferences(long('a'), long('b')).map(({ kind }) => kind);
    expect(kinds).toEqual(['removed', 'added']);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
