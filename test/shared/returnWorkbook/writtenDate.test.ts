import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../../shared/domain/returnWorkbook/writtenDate.ts';

describe('a date that somebody wrote', () => {
  it.each([
    ['2026-03-31', '2026-03-31'],
    ['2026-3-1', '2026-03-01'],
    ['2026-03', '2026-03'],
    ['2026', '2026'],
    ['31 March 2026', '2026-03-31'],
    ['31st of March, 2026', '2026-03-31'],
    ['March 31, 2026', '2026-03-31'],
    ['31-Mar-2026', '2026-03-31'],
    ['Sept 2026', '2026-09'],
    ['31/03/2026', '2026-03-31'],
    ['03/31/2026', '2026-03-31'],
    ['3.3.2026', '2026-03-03'],
    ['29 February 2028', '2028-02-29'],
  ])('reads %s as %s', (text, date) => {
    expect(writtenDate(text)).toEqual({ date });
  });

  it.each([
    '03/04/2026',
    '29 February 2027',
    '31 June 2026',
    'Mar',
    'ma 2026',
    '2026-13-01',
    '1066',
    'spring 2026',
    '31/03/26',
    '46112',
  ])('asks about %s', (text) => {
    expect(writtenDate(text)).toHaveProperty('problem');
  });
});
