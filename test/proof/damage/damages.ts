import type { SeededRandom } from '../seededRandom.ts';

const PAGE = 4_096;

/** The seven kinds of damage: each changes the bytes of a file at a random place. */
export const damages: Readonly<Record<string, (bytes: Buffer, random: SeededRandom) => Buffer>> = {
  'one bit flipped': (bytes, random) =>
    changed(bytes, (copy) => {
      const at = random.below(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
    }),
  'some bytes overwritten': (bytes, random) =>
    changed(bytes, (copy) => {
      const at = random.below(copy.length);
      for (let index = at; index < Math.min(copy.length, at + 1 + random.below(16)); index += 1) {
        copy[index] = random.below(256);
      }
    }),
  'a page zeroed': (bytes, random) =>
    changed(bytes, (copy) => {
      const at = random.below(Math.ceil(copy.length / PAGE)) * PAGE;
      copy.fill(0, at, Math.min(copy.length, at + PAGE));
    }),
  'cut off': (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  extended: (bytes, random) =>
    Buffer.concat([
      bytes,
      Buffer.from(Array.from({ length: 1 + random.below(9_000) }, () => random.below(256))),
    ]),
  'two pages swapped': (bytes, random) =>
    changed(bytes, (copy) => {
      const pages = Math.ceil(copy.length / PAGE);
      const [one, other] = [random.below(pages) * PAGE, random.below(pages) * PAGE];
      const kept = Buffer.from(copy.subarray(one, one + PAGE));
      copy.copy(copy, one, other, other + PAGE);
      kept.copy(copy, other);
    }),
  'header overwritten': (bytes, random) =>
    changed(bytes, (copy) => {
      for (let count = 1 + random.below(4); count > 0; count -= 1) {
        copy[random.below(Math.min(100, copy.length))] = random.below(256);
      }
    }),
};

function changed(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}
