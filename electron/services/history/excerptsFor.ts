/** Characters shown before and after the first match. */
const BEFORE = 60;
const AFTER = 140;

/** Marks around a match; they do not occur in what people type, and screens turn them into emphasis. */
const OPEN = '\u0002';
const CLOSE = '\u0003';

/**
 * The passage around the first match of any of the words, with the matches marked; the first text's beginning where
 * none is found (the index looks through accents, this does too).
 */
export function excerptAround(texts: readonly string[], query: string): string {
  const words = (query.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(plain);
  for (const text of texts) {
    const starts = wordStarts(text);
    const first = starts.find(({ start, end }) =>
      words.some((word) => plain(text.slice(start, end)).startsWith(word)),
    );
    if (first === undefined) continue;
    const from = Math.max(0, first.start - BEFORE);
    const to = Math.min(text.length, first.end + AFTER);
    return `${from > 0 ? '… ' : ''}${marked(text, from, to, words)}${to < text.length ? ' …' : ''}`;
  }
  return (texts[0] ?? '').slice(0, BEFORE + AFTER);
}

function marked(text: string, from: number, to: number, words: readonly string[]): string {
  let result = '';
  let place = from;
  for (const { start, end } of wordStarts(text.slice(from, to))) {
    const word = text.slice(from + start, from + end);
    if (!words.some((wanted) => plain(word).startsWith(wanted))) continue;
    result += `${text.slice(place, from + start)}${OPEN}${word}${CLOSE}`;
    place = from + end;
  }
  return result + text.slice(place, to);
}

function wordStarts(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Lower case without accents, as the index compares words. */
function plain(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
