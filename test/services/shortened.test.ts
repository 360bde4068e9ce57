import { describe, expect, it } from 'vitest';
import { shortened, shortenedApart } from '../../electron/services/shortened.ts';

const start =
  'Our initial improvement activities during 2017-18 are focussed on strengthening our strategic ';

describe('a text shortened for the note', () => {
  it('is cut between two words', () => {
    expect(shortened(`${start}planning.`)).toBe(
      'Our initial improvement activities during 2017-18 are focussed on strengthening our …',
    );
    expect(shortened('Short.')).toBe('Short.');
  });
});

describe('texts that stand beside each other', () => {
  it('are shown from a little before the place where they part, when their beginnings are the same', () => {
    expect(shortenedApart([`${start}planning and our work.`, `${start}tasking and our work.`])).toEqual([
      '… strengthening our strategic planning and our work.',
      '… strengthening our strategic tasking and our work.',
    ]);
    expect(shortenedApart([`${start}planning`, start])).toEqual([
      '… strengthening our strategic planning',
      '… strengthening our strategic',
    ]);
  });

  it('are shown from their beginnings, when those tell them apart', () => {
    expect(shortenedApart([`First. ${start}`, `Second. ${start}`]).map((text) => text.slice(0, 6))).toEqual([
      'First.',
      'Second',
    ]);
    expect(shortenedApart([`${start}planning`, `${start}planning`])).toEqual(
      Array(2).fill(shortened(`${start}planning`)),
    );
    expect(shortenedApart(['Yes', 'No'])).toEqual(['Yes', 'No']);
  });
});
