import { returnSheetKeys, type ReturnSheetKey } from './returnSheets.ts';

/** A text out of sight by which a sheet, a row or a column is known, wherever it is moved to. */
export type ReturnMark =
  | { readonly what: 'sheet'; readonly sheet: ReturnSheetKey }
  | { readonly what: 'row' | 'column'; readonly sheet: ReturnSheetKey; readonly key: string };

const START = 'cjw:';
const form = /^cjw:([a-z]+)(?::(row|column):([A-Za-z0-9]{1,40}))?$/;

/** The mark as it stands in a cell. */
export function markText(mark: ReturnMark): string {
  return mark.what === 'sheet' ? `cjw:${mark.sheet}` : `cjw:${mark.sheet}:${mark.what}:${mark.key}`;
}

/** The mark that a cell's text is; undefined for any other text. */
export function parseMark(text: string): ReturnMark | undefined {
  // There may be hundreds of thousands of texts, and hardly any is one.
  if (!text.startsWith(START)) return undefined;
  const [, name, what, key] = form.exec(text) ?? [];
  const sheet = returnSheetKeys.find((candidate) => candidate === name);
  if (sheet === undefined) return undefined;
  if (what === undefined || key === undefined) return { what: 'sheet', sheet };
  return { what: what === 'row' ? 'row' : 'column', sheet, key };
}
