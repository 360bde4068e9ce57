/** The paths in a text that has one in each line. Windows copies a path with quotation marks round it. */
export function pathsTyped(text: string): readonly string[] {
  const lines = text.split(/\r?\n/u).map((line) => line.trim().replace(/^"(.*)"$/u, '$1'));
  return [...new Set(lines)].filter((line) => line !== '');
}
