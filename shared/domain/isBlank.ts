/** Whether a text shows nothing: it is empty, or white space alone. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // All white space lies outside of these, and this is asked of every cell of a hundred thousand rows.
  if (first > 0x20 && first < 0xa0) return false;
  return text.trim() === '';
}
