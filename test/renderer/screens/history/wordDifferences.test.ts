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

  it('show a few words that were put in the place of others as one stretch, not word by word', () => {
    expect(wordDifferences('We have strong joint tasking.', 'We have nobody for renewals.')).toEqual([
      { kind: 'same', text: 'We have ' },
      { kind: 'removed', text: 'strong joint tasking.' },
      { kind: 'added', text: 'nobody for renewals.' },
    ]);
    expect(
      wordDifferences('planning and communication', 'planning, our tasking and our communication'),
    ).toEqual([
      { kind: 'removed', text: 'planning' },
      { kind: 'added', text: 'planning,' },
      { kind: 'same', text: ' ' },
      { kind: 'added', text: 'our tasking ' },
      { kind: 'same', text: 'and' },
      { kind: 'added', text: ' our' },
      { kind: 'same', text: ' communication' },
    ]);
    expect(wordDifferences('Staff meet.', 'Staff of all partners meet.')).toEqual([
      { kind: 'same', text: 'Staff ' },
      { kind: 'added', text: 'of all partners ' },
      { kind: 'same', text: 'meet.' },
    ]);
  });

  it('show single words in texts of thousands of words that changed at both ends', () => {
    const sentences = Array.from({ length: 400 }, (_, at) => `Sentence ${at} says what partners did.`);
    const before = ['It began well.', ...sentences, 'It ended well.'].join(' ');
    const after = ['It began badly.', ...sentences, 'It ended badly.'].join(' ');
    const changed = wordDifferences(before, after).filter(({ kind }) => kind !== 'same');
    expect(changed.map(({ text }) => text)).toEqual(['well.', 'badly.', 'well.', 'badly.']);
  });

  it('give back long texts exactly as well', () => {
    const sentence = fc.constantFrom('Plans lapsed. ', 'Staff met monthly! ', 'Why?\n', 'no end here ');
    const long = fc.array(sentence, { minLength: 900, maxLength: 1_100 }).map((all) => all.join(''));
    fc.assert(
      fc.property(long, long, (before, after) => {
        const differences = wordDifferences(before, after);
        const without = (kind: string) =>
          differences.filter((one) => one.kind !== kind).map(({ text }) => text);
        expect(without('added').join('')).toBe(before);
        expect(without('removed').join('')).toBe(after);
      }),
      { seed: 20261122, numRuns: 10 },
    );
  });

  it('do not stall on two long texts without a word in common', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => word + at).join(' ');
    const started = performance.now();
    const kinds = wordDifferences(long('a'), long('b')).map(({ kind }) => kind);
    expect(kinds).toEqual(['removed', 'added']);
    // Every word compared with every other takes minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
