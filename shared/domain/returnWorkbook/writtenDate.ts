import { months } from '../spelledDate.ts';

const monthNames = months.map((month) => month.toLowerCase());

/** What a text means as a date; a reason in words where it can't be told for sure. */
export type WrittenDate = { readonly date: string } | { readonly problem: string };

const unreadable: WrittenDate = {
  problem: 'This can’t be read as a date. Write it as 31 March 2026, March 2026 or 2026.',
};

/**
 * The date that somebody wrote: a day `YYYY-MM-DD`, a month `YYYY-MM` or a year. "3/4/2026" is asked about and not guessed:
 * it is a day in April here and a day in March elsewhere.
 */
export function writtenDate(text: string): WrittenDate {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[,\s]+/g, ' ')
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/(\d) of /, '$1 ');
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[ t]00:00(?::00(?:\.0+)?)?z?)?$/.exec(plain);
  if (iso !== null) return dateOf(iso[1], iso[2], iso[3]);
  const dayFirst = /^(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})$/.exec(plain);
  if (dayFirst !== null) return dateOf(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]+)\.?[ -](?:(\d{1,2})[ -])?(\d{4})$/.exec(plain);
  if (monthFirst !== null) return dateOf(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain);
  if (figures === null) return unreadable;
  const [, first = '', second = '', year = ''] = figures;
  if (Number(first) <= 12 && Number(second) <= 12 && first !== second) {
    return { problem: 'This can be two different days. Write the month as a word, such as 3 April 2026.' };
  }
  return Number(first) > 12 ? dateOf(year, second, first) : dateOf(year, first, second);
}

function monthNumber(word: string | undefined): string {
  const found = monthNames.findIndex(
    (month) => word !== undefined && word.length >= 3 && month.startsWith(word === 'sept' ? 'sep' : word),
  );
  return String(found + 1);
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): WrittenDate {
  if (year === undefined) return unreadable;
  if (month === undefined) return isYear(year) ? { date: year } : unreadable;
  const paddedMonth = month.padStart(2, '0');
  if (!isYear(year) || Number(month) < 1 || Number(month) > 12) return unreadable;
  if (day === undefined) return { date: `${year}-${paddedMonth}` };
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  return isReal
    ? { date: `${year}-${paddedMonth}-${day.padStart(2, '0')}` }
    : { problem: 'There is no such day.' };
}

function isYear(year: string): boolean {
  return Number(year) >= 1900 && Number(year) <= 2200;
}
