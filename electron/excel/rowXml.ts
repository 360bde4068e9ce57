import { serialOfDay } from '../../shared/domain/exportModel/calendarDay.ts';
import { excelEscape } from '../../shared/domain/exportModel/excelEscape.ts';
import type { Cell, Column, ColumnKind } from '../../shared/domain/exportModel/sheetModel.ts';
import type { StyleNumbers } from './cellStyles.ts';
import { rowHeight, TALLEST_ROW } from './rowHeight.ts';
import type { TextBuffer } from './textBuffer.ts';

/** The letters of a column, 0 being A. */
export function columnLetters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);
}

/** A text as an XML element's content. */
export function xmlText(text: string): string {
  const escaped = excelEscape(text);
  if (!escaped.includes('&') && !escaped.includes('<') && !escaped.includes('>')) return escaped;
  return escaped.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A text as an XML attribute's value. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** Whether programs would take white space off an end: tab, line feed and space are at or below 32. */
function needsSpace(text: string): boolean {
  return text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32;
}

/** A cell that holds its text itself. */
export function textCell(place: string, style: number, text: string): string {
  const space = needsSpace(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${space}>${xmlText(text)}</t></is></c>`;
}

/** A row above the data, such as the column headers. */
export function plainRow(
  row: number,
  styleOf: (column: number) => number,
  texts: readonly string[],
  height: number,
): string {
  const cells = texts.map((text, index) => textCell(`${columnLetters(index)}${row}`, styleOf(index), text));
  return `<row r="${row}" ht="${height}" customHeight="1">${cells.join('')}</row>`;
}

/**
 * Writes data rows as XML into a buffer, cell by cell: one object a cell would take twenty times the memory, and one string
 * a row three times the time.
 */
export function rowWriter(
  columns: readonly Pick<Column, 'kind' | 'width'>[],
  styles: StyleNumbers,
  out: Pick<TextBuffer, 'add' | 'addBytes'>,
) {
  const starts = columns.map((_column, index) => Buffer.from(`<c r="${columnLetters(index)}`));
  let taller = 0;

  function cell(value: Cell, kind: ColumnKind | undefined, after: ReturnType<typeof afterPlaces>): void {
    if (value === null) return out.addBytes(kind === 'number' ? after.emptyNumber : after.empty);
    const serial = kind === 'date' && typeof value === 'string' ? serialOfDay(value) : undefined;
    if (typeof value === 'number' || serial !== undefined) {
      out.addBytes(serial === undefined ? after.number : after.date);
      out.add(String(serial ?? value));
      return out.addBytes(NUMBER_END);
    }
    out.addBytes(needsSpace(String(value)) ? after.spacedText : after.text);
    out.add(xmlText(String(value)));
    out.addBytes(TEXT_END);
  }

  return {
    row(row: number, cells: readonly Cell[]): void {
      const height = rowHeight(cells, columns);
      if (height === TALLEST_ROW) taller += 1;
      out.add(`<row r="${row}" ht="${height}" customHeight="1">`);
      const after = afterPlaces(row, styles);
      // A plain loop, here and in rowHeight: this runs for two million cells.
      for (let index = 0; index < cells.length; index += 1) {
        out.addBytes(starts[index] ?? NOTHING);
        cell(cells[index] ?? null, columns[index]?.kind, after);
      }
      out.add('</row>');
    },
    /** How many rows hold more than a row of the greatest height can show. */
    taller: () => taller,
  };
}

const NUMBER_END = Buffer.from('</v></c>');
const TEXT_END = Buffer.from('</t></is></c>');
const NOTHING = Buffer.alloc(0);

/** What can follow the letters of a cell's place in a row, for each kind of cell. */
function afterPlaces(row: number, { text, number, date }: StyleNumbers) {
  return {
    empty: Buffer.from(`${row}" s="${text}"/>`),
    emptyNumber: Buffer.from(`${row}" s="${number}"/>`),
    number: Buffer.from(`${row}" s="${number}"><v>`),
    date: Buffer.from(`${row}" s="${date}"><v>`),
    text: Buffer.from(`${row}" s="${text}" t="inlineStr"><is><t>`),
    spacedText: Buffer.from(`${row}" s="${text}" t="inlineStr"><is><t xml:space="preserve">`),
  };
}
