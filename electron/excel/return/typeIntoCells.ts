import { unzipSync, zipSync } from 'fflate';
import { columnLetters } from '../../../shared/domain/returnWorkbook/readCell.ts';

/** What is typed into one cell: a text, or a formula that shows an error. */
export type TypedCell = {
  /** The sheet's name. */
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
} & ({ readonly text: string } | { readonly formula: string; readonly error: string });

/** A workbook to fill in with something typed into cells that are in it, as a spreadsheet program saves it. */
export function typeIntoCells(bytes: Uint8Array, typed: readonly TypedCell[]): Buffer {
  const parts = unzipSync(bytes);
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const read = (name: string): string => decoder.decode(parts[name]);
  const workbook = read('xl/workbook.xml');
  const relations = read('xl/_rels/workbook.xml.rels');
  for (const cell of typed) {
    const part = partOf(workbook, relations, cell.sheet);
    const address = `${columnLetters(cell.column)}${cell.row}`;
    const place = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`, 's');
    const before = read(part);
    if (!place.test(before)) throw new Error(`There is no cell ${address} on the sheet ${cell.sheet}`);
    const after = before.replace(place, (_all, style: string = '') => spelled(address, style, cell));
    parts[part] = encoder.encode(after);
  }
  return Buffer.from(zipSync(parts, { level: 6 }));
}

function partOf(workbook: string, relations: string, sheet: string): string {
  const id = new RegExp(`<sheet [^>]*name="${sheet}"[^>]*r:id="([^"]+)"`).exec(workbook)?.[1];
  const target = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*Target="([^"]+)"`).exec(relations)?.[1];
  if (target === undefined) throw new Error(`There is no sheet ${sheet}`);
  return `xl/${target}`;
}

function spelled(address: string, style: string, cell: TypedCell): string {
  return 'text' in cell
    ? `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`
    : `<c r="${address}"${style} t="e"><f>${escaped(cell.formula)}</f><v>${escaped(cell.error)}</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
