import { describe, expect, it } from 'vitest';
import { notedValueWords } from '../../../../renderer/screens/hand-back/notedValueWords.ts';

const nameOf = (id: string): string => (id === 'p1' ? 'Police Scotland' : id);

describe('a value in the note to a contributor', () => {
  it.each([
    ['Grade', 4, '4 Good'],
    ['Kind of evidence', 'views-of-people', 'Views of people'],
    ['Status', 'in-progress', 'In progress'],
    ['Partner', 'p1', 'Police Scotland'],
    ['Size', 12_300_000, '12.3 MB'],
    ['Linked', true, 'Yes'],
    ['How are we doing?', 'Well.', 'Well.'],
    ['How are we doing?', null, '(emptied)'],
  ])('is in words: %s', (fieldLabel, value, words) => {
    expect(notedValueWords({ fieldLabel, value }, nameOf)).toBe(words);
  });
});
