/**
 * A text as Excel's files spell it: `_x0041_` in a cell would be read as `A`, so its underscore is spelt `_x005F_`
 * (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
 */
export function excelEscape(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
}

/** The text that a program reading the file shows for a spelling of it. */
export function excelUnescape(spelling: string): string {
  if (!spelling.includes('_x')) return spelling;
  return spelling.replace(/_x([0-9A-Fa-f]{4})_/g, (_match, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
