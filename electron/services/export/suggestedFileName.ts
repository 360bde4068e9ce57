/** A name for a file out of words that may hold anything, without what file systems refuse; empty parts are left out. */
export function suggestedFileName(parts: readonly string[], ending: string): string {
  const plain = parts.map((part) =>
    part
      .replaceAll(/[^\p{L}\p{N} -]+/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
  return `${plain
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 150)}${ending}`;
}
