const numberFormat = new Intl.NumberFormat('en-GB');

/** "1,204": a number with separators. */
export function numberWords(count: number): string {
  return numberFormat.format(count);
}

/** "1 piece", "4 pieces"; the plural is the singular with an s unless given. */
export function countWords(count: number, singular: string, plural = `${singular}s`): string {
  return `${numberWords(count)} ${count === 1 ? singular : plural}`;
}

/** "620 bytes", "14 KB", "2.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return countWords(bytes, 'byte');
  if (bytes < 1_000_000) return `${numberWords(Math.round(bytes / 1_000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
