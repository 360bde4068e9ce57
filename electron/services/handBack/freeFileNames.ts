import { existsSync } from 'node:fs';
import path from 'node:path';

/** Names that no file in the folder has yet and that are not given twice, so that nothing is ever written over. */
export function freeFileNames(folder: string) {
  const given = new Set<string>();

  /** The name, or the name with a number: "Hand-back to an officer (2).docx". `ending` is what follows the number. */
  return (name: string, ending: string): string => {
    for (let number = 1; ; number += 1) {
      const candidate = `${name}${number === 1 ? '' : ` (${number})`}${ending}`;
      const folded = candidate.toLowerCase();
      if (given.has(folded) || existsSync(path.join(folder, candidate))) continue;
      given.add(folded);
      return candidate;
    }
  };
}

/** A name that every file system takes. */
export function plainName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} ,()-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 80)
    .trim();
  return plain === '' ? 'somebody' : plain;
}
