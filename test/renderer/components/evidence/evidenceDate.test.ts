import { describe, expect, it } from 'vitest';
import { readTypedDate, whenInWords } from '../../../../renderer/components/evidence/evidenceDate.ts';

describe('a typed date', () => {
  it.each([
    ['2017', '2017'],
    ['2017-03', '2017-03'],
    ['2017-3', '2017-03'],
    ['2017-03-31', '2017-03-31'],
    ['31/3/2017', '2017-03-31'],
    ['31.03.2017', '2017-03-31'],
    ['3/2017', '2017-03'],
    ['31 March 2017', '2017-03-31'],
    ['1st Sept 2017', '2017-09-01'],
    ['June 2017', '2017-06'],
    ['  2017 ', '2017'],
    ['29/2/2016', '2016-02-29'],
  ])('%s is kept as %s', (typed, date) => {
    expect(readTypedDate(typed)).toEqual({ ok: true, date });
  });

  it('is emptied by nothing but spaces', () => {
    expect(readTypedDate('  ')).toEqual({ ok: true, date: null });
  });

  it.each([
    ['2017-13', /no month 13/],
    ['2017-02-29', /February 2017 has no day 29/],
    ['31/4/2017', /April 2017 has no day 31/],
    ['0217', /217 is not a year/],
    ['last spring', /Type a year such as 2017/],
    ['2016-17', /no month 17/],
    ['31 Brumaire 2017', /Type a year/],
  ])('%s is refused in a plain sentence', (typed, problem) => {
    const read = readTypedDate(typed);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.problem).toMatch(problem);
  });
});

describe('when, in a list', () => {
  it('prefers the date, then the period, and says when there is neither', () => {
    expect(whenInWords({ date: '2017', period: 'all year' })).toBe('2017');
    expect(whenInWords({ date: null, period: 'April to June' })).toBe('April to June');
    expect(whenInWords({ date: null, period: '' })).toBe('No date');
  });
});
