import { describe, expect, it } from 'vitest';
import {
  dateCell,
  dayOfSerial,
  serialOfDay,
  timeInWords,
} from '../../../../shared/domain/exportModel/calendarDay.ts';

describe('a day as spreadsheets number it', () => {
  it('is the number that Excel shows for it', () => {
    expect(serialOfDay('1900-03-01')).toBe(61);
    expect(serialOfDay('2016-11-03')).toBe(42677);
    expect(serialOfDay('2026-10-03')).toBe(46298);
  });

  it('comes back as the same day', () => {
    for (let serial = 61; serial < 80_000; serial += 97)
      expect(serialOfDay(dayOfSerial(serial))).toBe(serial);
  });

  it('is no number for what is no day, and for days before Excel’s calendar is right', () => {
    for (const text of [
      '2016-02-30',
      '2016-13-01',
      '2016-11',
      '1899-12-31',
      '1900-02-28',
      '0016-03-01',
      'soon',
    ]) {
      expect(serialOfDay(text)).toBeUndefined();
    }
  });
});

describe('a date in words', () => {
  it('names the month of a month, and leaves days and years to themselves', () => {
    expect(dateCell('2016-11')).toBe('November 2016');
    expect(dateCell('2016-11-03')).toBe('2016-11-03');
    expect(dateCell('2016')).toBe('2016');
    expect(dateCell('2016-13')).toBe('2016-13');
  });

  it('says the hour and that it is universal time', () => {
    expect(timeInWords('2026-10-03T14:02:00.000Z')).toBe(
      '3 October 2026, 14:02 (Coordinated Universal Time)',
    );
  });
});
