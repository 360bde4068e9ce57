import { describe, expect, it } from 'vitest';
import { excerptsFor } from '../../../electron/services/history/excerptsFor.ts';

/** The marks as brackets, to be readable. */
function excerpt(query: string, ...texts: readonly string[]): string {
  return excerptsFor(query)(texts).replaceAll('\u0002', '[').replaceAll('\u0003', ']');
}

describe('an excerpt', () => {
  it('marks every word that begins with one of the words, in any case', () => {
    expect(excerpt('just co', 'Community Justice, “justice” and injustice')).toBe(
      '[Community] [Justice], “[justice]” and injustice',
    );
  });

  it('looks through accents both ways', () => {
    expect(excerpt('cafe', 'The Café on the hill')).toBe('The [Café] on the hill');
    expect(excerpt('café', 'The cafe on the hill')).toBe('The [cafe] on the hill');
  });

  it('shows the passage around the first match of the first text that has one', () => {
    const text = `${'before '.repeat(20)}found ${'after '.repeat(40)}`;
    const shown = excerpt('found', 'Nothing here', text);
    expect(shown).toMatch(/^… .*before \[found\] after.* …$/);
    expect(shown.length).toBeLessThan(220);
  });

  it('is the beginning of the first text where nothing matches', () => {
    expect(excerpt('absent', 'Some words', 'Others')).toBe('Some words');
    expect(excerpt('', 'Some words')).toBe('Some words');
    expect(excerpt('any')).toBe('');
  });

  it('takes signs of a pattern as what they are', () => {
    expect(excerpt('a.c (', 'a c abc')).toBe('[a] [c] [abc]');
  });
});
