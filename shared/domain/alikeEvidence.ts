/**
 * The words of a title that tell it apart, lower-case, without accents and punctuation, sorted.
 *
 * Two titles with the same key are the same title typed differently.
 */
export function titleKey(title: string): string {
  const words = wordsOf(title).filter((word) => word !== '' && !fillers.has(word));
  return [...new Set(words)].sort().join(' ');
}

function wordsOf(title: string): readonly string[] {
  // Most titles need no Unicode, which takes ten times as long.
  if (!/[^ -~]/.test(title)) return title.toLowerCase().split(/[^a-z0-9]+/);
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u);
}

const fillers: ReadonlySet<string> = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'the',
  'to',
  'with',
]);

/** Titles sharing at least this part of their words are offered as alike. */
export const ALIKE_FROM = 0.75;

/** Whether two titles are near enough that a person should look: the share of their words that they have in common. */
export function areTitlesAlike(left: string, right: string): boolean {
  const leftWords = new Set(titleKey(left).split(' ').filter(Boolean));
  const rightWords = new Set(titleKey(right).split(' ').filter(Boolean));
  if (leftWords.size === 0 || rightWords.size === 0) return false;
  const shared = [...leftWords].filter((word) => rightWords.has(word)).length;
  return shared / (leftWords.size + rightWords.size - shared) >= ALIKE_FROM;
}
