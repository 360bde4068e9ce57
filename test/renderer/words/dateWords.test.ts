import { describe, expect, it } from 'vitest';

import { countWords, sizeWords } from '../../../renderer/words/countWords.ts';
import { evidenceDateWords, recentWords, timeWords } from '../../../renderer/words/dateWords.ts';

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();
const now = new Date(2026, 9, 3, 15, 0);

describe('words for instants', () => {
  it('names today, yesterday and other days', () => {
    expect(recentWords(at(2026, 9, 3, 14, 2), now)).toBe('today at 14:02');
    expect(recentWords(at(2026, 9, 2, 9, 5), now)).toBe('yesterday at 09:05');
    expect(recentWords(at(2025, 9, 3, 14, 2), now)).toBe('3 Oct 2025, 14:02');
  });

  it('gives the time with two digits each', () => {
    expect(timeWords(at(2026, 0, 1, 0, 0))).toBe('00:00');
  });
});

describe('words for evidence dates', () => {
  it('keeps to the precision that was recorded', () => {
    expect(evidenceDateWords('2016')).toBe('2016');
    expect(evidenceDateWords('2016-04')).toBe('Apr 2016');
    expect(evidenceDateWords('2016-04-03')).toBe('3 Apr 2016');
  });
});

describe('words for counts', () => {
  it('tells one from many', () => {
    expect(countWords(1, 'piece')).toBe('1 piece');
    expect(countWords(1_204, 'match', 'matches')).toBe('1,204 matches');
    expect([620, 14_000, 2_400_000].map(sizeWords)).toEqual(['620 bytes', '14 KB', '2.4 MB']);
  });
});
