/** Characters shown before and after the first match. */
const BEFORE = 60;
const AFTER = 140;

/** Marks around a match; they do not occur in what people type, and screens turn them into emphasis. */
const OPEN = '\u0002';
const CLOSE = '\u0003';

const wordCharacter = String.raw`[\p{L}\p{N}\p{M}]`;
/** Text without a letter that can carry an accent: lower case is all that comparing it takes. */
const simpleText = /^[\0-\x7f\xa0-\xa9\xab-\xb1\xb4-\xb8\xbb\u2010-\u2027\u2030-\u203a\u20ac\u2190-\u21ff]*$/;

/** Where a match begins and ends, as places in the text. */
type Match = { readonly start: number; readonly end: number };

/**
 * Makes excerpts for a query: the passage around the first match of any of the words in an entry's texts, with the
 * matches marked; the first text's beginning where none is found (the index looks through accents, this does too).
 */
export function excerptsFor(query: string): (texts: readonly string[]) => string {
  const words = (query.match(new RegExp(`${wordCharacter}+`, 'gu')) ?? []).map(plain);
  const pattern = new RegExp(`(?<!${wordCharacter})(?:${words.join('|')})${wordCharacter}*`, 'gu');

  function matchesIn(text: string): readonly Match[] {
    if (words.length === 0) return [];
    if (!simpleText.test(text))
      return wordsIn(text).filter((place) => isWanted(text.slice(place.start, place.end)));
    const found = text.toLowerCase().matchAll(pattern);
    return Array.from(found, (match) => ({ start: match.index, end: match.index + match[0].length }));
  }

  function isWanted(word: string): boolean {
    const compared = plain(word);
    return words.some((wanted) => compared.startsWith(wanted));
  }

  return (texts) => {
    for (const text of texts) {
      const matches = matchesIn(text);
      const [first] = matches;
      if (first === undefined) continue;
      const from = Math.max(0, first.start - BEFORE);
      const to = Math.min(text.length, first.end + AFTER);
      const passage = marked(text, from, to, matches);
      return `${from > 0 ? '… ' : ''}${passage}${to < text.length ? ' …' : ''}`;
    }
    return (texts[0] ?? '').slice(0, BEFORE + AFTER);
  };
}

function marked(text: string, from: number, to: number, matches: readonly Match[]): string {
  let result = '';
  let place = from;
  for (const { start, end } of matches) {
    if (start >= to) break;
    const last = Math.min(end, to);
    result += `${text.slice(place, start)}${OPEN}${text.slice(start, last)}${CLOSE}`;
    place = last;
  }
  return result + text.slice(place, to);
}

function wordsIn(text: string): readonly Match[] {
  const found = text.matchAll(new RegExp(`${wordCharacter}+`, 'gu'));
  return Array.from(found, (match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Lower case without accents, as the index compares words. */
function plain(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
