import list from './passphrase-words.json' with { type: 'json' };

/** How many words a proposed passphrase has: with 1,966 words to choose from, about 65 bits. */
const WORDS = 6;

const words: readonly string[] = list.words.split(' ');

/**
 * Six words by chance, with a hyphen between them.
 *
 * @param randomHex gives that many random bytes in hexadecimal.
 */
export function proposePassphrase(randomHex: (bytes: number) => string): string {
  return Array.from({ length: WORDS }, () => words[randomIndex(randomHex)]).join('-');
}

/** An even draw: a number beyond the last whole multiple of the list's length is drawn again. */
function randomIndex(randomHex: (bytes: number) => string): number {
  const limit = Math.floor(65_536 / words.length) * words.length;
  for (;;) {
    const drawn = Number.parseInt(randomHex(2), 16);
    if (drawn < limit) return drawn % words.length;
  }
}

/** A passphrase as it was meant: case, and what stands between the words, don't matter when it is typed in. */
export function normalPassphrase(typed: string): string {
  return typed
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .split(/[\s-]+/u)
    .join('-');
}
