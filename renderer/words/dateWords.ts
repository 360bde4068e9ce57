const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' });

/** "14:02" in this computer's time, for an ISO 8601 instant. */
export function timeWords(instant: string): string {
  return timeFormat.format(new Date(instant));
}

/** "3 Oct 2026" in this computer's time, for an ISO 8601 instant. */
export function dayWords(instant: string): string {
  return dayFormat.format(new Date(instant));
}

/** "3 Oct 2026, 14:02" in this computer's time, for an ISO 8601 instant. */
export function instantWords(instant: string): string {
  return `${dayWords(instant)}, ${timeWords(instant)}`;
}

/** "today at 14:02", "yesterday at 14:02" or "3 Oct 2026, 14:02", seen from the instant `now`. */
export function recentWords(instant: string, now: Date): string {
  const then = new Date(instant);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (then.toDateString() === now.toDateString()) return `today at ${timeWords(instant)}`;
  if (then.toDateString() === yesterday.toDateString()) return `yesterday at ${timeWords(instant)}`;
  return instantWords(instant);
}

/** An evidence date of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as "2016", "Apr 2016" or "3 Apr 2016". */
export function evidenceDateWords(date: string): string {
  if (date.length === 4) return date;
  const day = new Date(`${date.length === 7 ? `${date}-01` : date}T12:00:00`);
  return date.length === 7 ? monthFormat.format(day) : dayFormat.format(day);
}
