import { spelledDate } from '../spelledDate.ts';

const DAY = 86_400_000;
/** Excel's day 0 as every day from 1 March 1900 on counts it; before that its calendar has a day that never was. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_SAFE = 61;

/** The number by which spreadsheets know a day; undefined when it is no day, or one before March 1900. */
export function serialOfDay(day: string): number | undefined {
  if (day.length !== 10 || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const date = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))));
  // 30 February comes out as a day of March, and the year 16, which is what a hasty 2016 can be, as 1916.
  if (date.toISOString().slice(0, 10) !== day) return undefined;
  const serial = (date.getTime() - EPOCH) / DAY;
  return serial >= FIRST_SAFE ? serial : undefined;
}

/** The day `YYYY-MM-DD` of a spreadsheet's number for it. */
export function dayOfSerial(serial: number): string {
  const date = new Date(EPOCH + serial * DAY);
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** A month in words, "November 2016" for `2016-11`; days stay as they are, for a true date; so does anything else. */
export function dateCell(date: string): string {
  return date.length === 'YYYY-MM'.length ? spelledDate(date) : date;
}

/** A day and time in words: "3 October 2026, 14:02 (Coordinated Universal Time)". */
export function timeInWords(at: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(at) ?? [];
  return day === undefined ? at : `${spelledDate(day)}, ${time} (Coordinated Universal Time)`;
}
