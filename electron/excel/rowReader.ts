import { dayOfSerial } from '../../shared/domain/exportModel/calendarDay.ts';
import { excelUnescape } from '../../shared/domain/exportModel/excelEscape.ts';
import type { Cell } from '../../shared/domain/exportModel/sheetModel.ts';
import { columnLetters } from './rowXml.ts';

const START = '<sheetData>';
const END = '</sheetData>';
const ROW_END = '</row>';
const ROW = /<row r="(\d+)"(?: ht="\d+(?:\.\d+)?" customHeight="1")?>/y;
const TEXT = ' t="inlineStr"><is><t>';
const SPACED_TEXT = ' t="inlineStr"><is><t xml:space="preserve">';
const TEXT_END = '</t></is></c>';
const NUMBER = '><v>';
const NUMBER_END = '</v></c>';
const entities = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
]);

/** What stands around the rows of a sheet. */
export type AroundRows = { readonly around: string };

/**
 * Reads the rows of a sheet that this program wrote, in pieces as they come.
 *
 * It knows exactly the XML that `rowWriter` makes and throws for anything else, so that reaching the end is a proof that
 * the rows are well-formed, complete and in order. It is several times as fast as a general parser. `dateStyles` are the
 * looks that make a number a day. The generator returns what stands around the rows.
 */
export async function* readRows(
  pieces: AsyncIterable<string>,
  dateStyles: ReadonlySet<number>,
): AsyncGenerator<readonly (readonly Cell[])[], AroundRows> {
  let waiting = '';
  let before: string | undefined;
  let next = 1;
  let after: string | undefined;
  for await (const piece of pieces) {
    if (after !== undefined) {
      after += piece;
      continue;
    }
    waiting += piece;
    if (before === undefined) {
      const start = waiting.indexOf(START);
      if (start === -1) continue;
      before = waiting.slice(0, start);
      waiting = waiting.slice(start + START.length);
    }
    const lastEnd = waiting.lastIndexOf(ROW_END);
    const complete = lastEnd === -1 ? 0 : lastEnd + ROW_END.length;
    const rows = parseRows(waiting.slice(0, complete), next, dateStyles);
    next += rows.length;
    waiting = waiting.slice(complete);
    if (rows.length > 0) yield rows;
    if (waiting.startsWith(END)) after = waiting.slice(END.length);
  }
  if (before === undefined || after === undefined) throw new Error('The sheet has no end');
  return { around: `${before}<sheetData/>${after}` };
}

function parseRows(
  text: string,
  first: number,
  dateStyles: ReadonlySet<number>,
): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  let at = 0;
  while (at < text.length) {
    const number = first + rows.length;
    ROW.lastIndex = at;
    if (Number(ROW.exec(text)?.[1]) !== number) throw new Error(`Row ${number} is not where it should be`);
    const cursor = { text, at: ROW.lastIndex };
    const afterColumn = `${number}" s="`;
    const cells: Cell[] = [];
    while (!text.startsWith(ROW_END, cursor.at)) {
      expect(cursor, startOf(cells.length));
      expect(cursor, afterColumn);
      cells.push(parseCell(cursor, number, dateStyles));
    }
    at = cursor.at + ROW_END.length;
    rows.push(cells);
  }
  return rows;
}

type Cursor = { readonly text: string; at: number };

/** What follows a cell's place. */
function parseCell(cursor: Cursor, row: number, dateStyles: ReadonlySet<number>): Cell {
  const style = upTo(cursor, '"');
  cursor.at += 1;
  if (take(cursor, '/>')) return null;
  if (take(cursor, NUMBER)) {
    const value = Number(upTo(cursor, '<'));
    expect(cursor, NUMBER_END);
    if (Number.isNaN(value)) throw new Error(`Row ${row} has a number that is none`);
    return dateStyles.has(Number(style)) ? dayOfSerial(value) : value;
  }
  if (!take(cursor, TEXT)) expect(cursor, SPACED_TEXT);
  const shown = shownText(upTo(cursor, '<'));
  expect(cursor, TEXT_END);
  return shown === '' ? null : shown;
}

function take(cursor: Cursor, sign: string): boolean {
  if (!cursor.text.startsWith(sign, cursor.at)) return false;
  cursor.at += sign.length;
  return true;
}

function expect(cursor: Cursor, sign: string): void {
  if (!take(cursor, sign)) throw new Error(`${sign} is not where it was meant to be`);
}

function upTo(cursor: Cursor, sign: string): string {
  const end = cursor.text.indexOf(sign, cursor.at);
  if (end === -1) throw new Error(`${sign} is missing`);
  const found = cursor.text.slice(cursor.at, end);
  cursor.at = end;
  return found;
}

/** The text that a spreadsheet program shows for the XML. */
function shownText(xml: string): string {
  if (!xml.includes('&')) return excelUnescape(xml);
  const text = xml.replace(/&[^;]*;?/g, (entity) => {
    const sign = entities.get(entity);
    if (sign === undefined) throw new Error('A sign is spelt in a way that was not meant');
    return sign;
  });
  return excelUnescape(text);
}

const knownStarts: string[] = [];
/** How a cell of a column begins, 0 being A; what must be there is put together once and not for each of two million. */
function startOf(column: number): string {
  return (knownStarts[column] ??= `<c r="${columnLetters(column)}`);
}
