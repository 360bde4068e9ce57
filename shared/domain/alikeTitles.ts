import { ALIKE_FROM } from './alikeEvidence.ts';

/** Titles with fewer words are alike only when they are the same. */
const FEWEST_WORDS = 3;
/** More titles with a rare word in common are not compared: they are one form filled in many times. */
const COMPARED = 200;
/** So many titles are looked at before a pause is offered. */
const AT_ONCE = 2_000;

/**
 * The pairs of titles that `areTitlesAlike` calls alike, by their places in `keys`, which are different keys of `titleKey`.
 * Undefined now and then, so that whoever asks can do something else in between.
 *
 * Two sets that have three quarters of their words in common also share one of their rarest, so that only titles with a
 * rare word in common are compared: a hundred thousand titles take about a second instead of hours.
 */
export function* alikeTitles(
  keys: readonly string[],
): Generator<readonly [left: number, right: number] | undefined> {
  const titles = yield* byRarity(keys);
  const withRareWord = new Map<number, number[]>();
  for (const [place, words] of titles.entries()) {
    if (place % AT_ONCE === 0) yield undefined;
    if (words.length < FEWEST_WORDS) continue;
    const others = new Set<number>();
    const rare = words.length - Math.ceil(ALIKE_FROM * words.length) + 1;
    for (const word of words.slice(0, rare)) {
      const places = withRareWord.get(word);
      if (places === undefined) {
        withRareWord.set(word, [place]);
        continue;
      }
      for (const other of places) others.add(other);
      if (places.length < COMPARED) places.push(place);
    }
    for (const other of others) if (areAlike(titles[other] ?? [], words)) yield [other, place];
  }
}

/** The words of each title as numbers, the rarest of all words being 0, in the order of these numbers. */
function* byRarity(keys: readonly string[]): Generator<undefined, readonly (readonly number[])[]> {
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  const titles: number[][] = [];
  for (const key of keys) {
    if (titles.length % AT_ONCE === 0) yield undefined;
    titles.push(
      key.split(' ').map((word) => {
        const number = numbers.get(word) ?? numbers.size;
        if (number === numbers.size) numbers.set(word, number);
        frequencies[number] = (frequencies[number] ?? 0) + 1;
        return number;
      }),
    );
  }
  const ranks: number[] = [];
  const rarestFirst = [...frequencies.keys()].toSorted(
    (left, right) => (frequencies[left] ?? 0) - (frequencies[right] ?? 0),
  );
  for (const [rank, number] of rarestFirst.entries()) ranks[number] = rank;
  for (const [place, words] of titles.entries()) {
    if (place % AT_ONCE === 0) yield undefined;
    words.forEach((number, index) => (words[index] = ranks[number] ?? 0));
    words.sort((left, right) => left - right);
  }
  return titles;
}

/** Both in rising order. */
function areAlike(left: readonly number[], right: readonly number[]): boolean {
  const fewest = Math.min(left.length, right.length);
  if (fewest < ALIKE_FROM * Math.max(left.length, right.length)) return false;
  let shared = 0;
  let place = 0;
  for (const word of left) {
    while ((right[place] ?? Infinity) < word) place += 1;
    if (right[place] === word) shared += 1;
  }
  return shared / (left.length + right.length - shared) >= ALIKE_FROM;
}
