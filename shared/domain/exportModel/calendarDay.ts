import { months } from '../spelledDate.ts';
const DAY = 86_400_000;
/** Excel's day 0 as every day from 1 March 1900 on counts it; before that its calendar has a day that never was. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_SAFE = 61;

/** The number by which spreadsheets know a day; undefined when it is no day, or one before March 1900. */
export function serialOfDay(day: string): number | undefined {
  if (day.length !== 10 || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const date = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))));
  if (date.getUTCMonth() + 1 !== Number(day.slice(5, 7)) || date.getUTCDate() !== Number(day.slice(8)))
    return undefined;
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
  const match = /^(\d{4})-(\d{2})$/.exec(date);
  const month = months[Number(match?.[2] ?? 0) - 1];
  return match === null || month === undefined ? date : `${month} ${match[1]}`;
}

/** A day and time in words: "3 October 2026, 14:02 (Coordinated Universal Time)". */
export function timeInWords(at: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(at);
  if (match === null) return at;
  return `${Number(match[3])} ${months[Number(match[2]) - 1] ?? ''} ${match[1]}, ${match[4]} (Coordinated Universal Time)`;
}
