import { serialOfDay } from '../../shared/domain/exportModel/calendarDay.ts';
import { excelEscape } from '../../shared/domain/exportModel/excelEscape.ts';
import type { Cell, Column } from '../../shared/domain/exportModel/sheetModel.ts';
import type { StyleNumbers } from './cellStyles.ts';
import { rowHeight, TALLEST_ROW } from './rowHeight.ts';

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

/** Writes data rows as XML, a string each: one object a cell would take twenty times the memory. */
export function rowWriter(columns: readonly Pick<Column, 'kind' | 'width'>[], styles: StyleNumbers) {
  const starts = columns.map((_column, index) => `<c r="${columnLetters(index)}`);
  const empties = columns.map(({ kind }) => `" s="${kind === 'number' ? styles.number : styles.text}"/>`);
  const text = `" s="${styles.text}" t="inlineStr"><is><t>`;
  const spacedText = `" s="${styles.text}" t="inlineStr"><is><t xml:space="preserve">`;
  let taller = 0;

  function afterPlace(value: Cell, index: number): string {
    if (value === null) return empties[index] ?? '';
    if (typeof value === 'number') return `" s="${styles.number}"><v>${value}</v></c>`;
    const serial = columns[index]?.kind === 'date' ? serialOfDay(value) : undefined;
    if (serial !== undefined) return `" s="${styles.date}"><v>${serial}</v></c>`;
    return `${needsSpace(value) ? spacedText : text}${xmlText(value)}</t></is></c>`;
  }

  return {
    row(row: number, cells: readonly Cell[]): string {
      const height = rowHeight(cells, columns);
      if (height === TALLEST_ROW) taller += 1;
      let xml = `<row r="${row}" ht="${height}" customHeight="1">`;
      // A plain loop, here and in rowHeight: this runs for two million cells.
      for (let index = 0; index < cells.length; index += 1)
        xml += `${starts[index]}${row}${afterPlace(cells[index] ?? null, index)}`;
      return `${xml}</row>`;
    },
    /** How many rows hold more than a row of the greatest height can show. */
    taller: () => taller,
  };
}
