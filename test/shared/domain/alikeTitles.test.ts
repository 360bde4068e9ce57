import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areTitlesAlike, titleKey } from '../../../shared/domain/alikeEvidence.ts';
import { alikeTitles } from '../../../shared/domain/alikeTitles.ts';
import { propertyRuns } from '../../builders/propertyRuns.ts';

const word = fc.constantFrom(
  ...'survey victims report board minutes plan youth leaflet annual joint'.split(' '),
);
const titles = fc.array(
  fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' ')),
  { maxLength: 40 },
);

function pairsOf(keys: readonly string[]): readonly string[] {
  return [...alikeTitles(keys)].flatMap((pair) => (pair === undefined ? [] : [pair.join(' ')])).toSorted();
}

describe('titles that are alike', () => {
  it('are the same pairs as comparing each with every other gives', () => {
    fc.assert(
      fc.property(titles, (given) => {
        const keys = [...new Set(given.map(titleKey))].filter((key) => key !== '');
        const expected = keys.flatMap((left, place) =>
          keys.flatMap((right, other) =>
            place < other && areTitlesAlike(left, right) ? [`${place} ${other}`] : [],
          ),
        );
        expect(pairsOf(keys)).toEqual(expected.toSorted());
      }),
      propertyRuns(500),
    );
  });

  it('are found among many of one form without comparing all of them', () => {
    const keys = Array.from({ length: 20_000 }, (_, number) =>
      titleKey(`Minutes of the joint board meeting ${number}`),
    );
    const start = performance.now();
    expect(pairsOf(keys).length).toBeLessThan(20_000 * 400);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
