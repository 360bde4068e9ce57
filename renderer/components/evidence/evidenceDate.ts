import { months } from '../../../shared/domain/spelledDate.ts';
import { evidenceDateWords } from '../../words/dateWords.ts';

/** What a typed date means: the date as it is kept (null when empty), or a sentence on what is wrong with it. */
export type TypedDate =
  | { readonly ok: true; readonly date: string | null }
  | { readonly ok: false; readonly problem: string };

const HOW =
  'Type a year such as 2017, a month such as 2017-03, or a day such as 2017-03-31. Put anything else into the period.';

/**
 * Reads a typed date.
 *
 * Takes `YYYY`, `YYYY-MM` and `YYYY-MM-DD`, and also how people write them: `31/3/2017`, `3/2017`, `31 March 2017`,
 * `March 2017`. Day comes before month.
 */
export function readTypedDate(typed: string): TypedDate {
  const text = typed.trim();
  if (text === '') return { ok: true, date: null };
  const parts = partsOf(text);
  if (parts === undefined) return { ok: false, problem: HOW };
  const { year, month, day } = parts;
  if (year < 1900 || year > 2200) {
    return { ok: false, problem: `${String(year)} is not a year that evidence can be from.` };
  }
  if (month === undefined) return { ok: true, date: String(year) };
  if (month < 1 || month > 12) return { ok: false, problem: `There is no month ${String(month)}.` };
  const upToMonth = `${String(year)}-${twoDigits(month)}`;
  if (day === undefined) return { ok: true, date: upToMonth };
  if (day < 1 || day > daysIn(year, month)) {
    return {
      ok: false,
      problem: `${months[month - 1] ?? ''} ${String(year)} has no day ${String(day)}.`,
    };
  }
  return { ok: true, date: `${upToMonth}-${twoDigits(day)}` };
}

/** Date or period as a list shows it: the date when there is one, else the period, else "No date". */
export function whenInWords(evidence: {
  readonly date: string | null;
  readonly period: string | null;
}): string {
  if (evidence.date !== null && evidence.date !== '') return evidenceDateWords(evidence.date);
  if (evidence.period !== null && evidence.period !== '') return evidence.period;
  return 'No date';
}

type DateParts = {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
};

const spellings: readonly RegExp[] = [
  /^(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?)?$/,
  /^(?:(?<day>\d{1,2})[/.])?(?<month>\d{1,2})[/.](?<year>\d{4})$/,
  /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)? )?(?<name>[a-z]{3,9})\.? (?<year>\d{4})$/i,
];

function partsOf(text: string): DateParts | undefined {
  for (const spelling of spellings) {
    const groups = spelling.exec(text)?.groups;
    if (groups === undefined) continue;
    const named = groups['name'] === undefined ? undefined : monthNamed(groups['name']);
    if (groups['name'] !== undefined && named === undefined) return undefined;
    return {
      year: Number(groups['year']),
      month: named ?? numberOrNone(groups['month']),
      day: numberOrNone(groups['day']),
    };
  }
  return undefined;
}

function monthNamed(name: string): number | undefined {
  const index = months.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  return index === -1 ? undefined : index + 1;
}

function numberOrNone(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
