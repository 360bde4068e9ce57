import { dayOfSerial } from '../../shared/domain/exportModel/calendarDay.ts';
import { excelUnescape } from '../../shared/domain/exportModel/excelEscape.ts';
import type { Cell } from '../../shared/domain/exportModel/sheetModel.ts';
import { columnLetters } from './rowXml.ts';

const ROW = /<row r="(\d+)"(?: ht="\d+(?:\.\d+)?" customHeight="1")?>/y;
const ROW_END = '</row>';
const EMPTY = '/>';
const NUMBER = '><v>';
const NUMBER_END = '</v></c>';
const TEXT = ' t="inlineStr"><is><t>';
const SPACED_TEXT = ' t="inlineStr"><is><t xml:space="preserve">';
const TEXT_END = '</t></is></c>';
const QUOTE = 34;
const SLASH = 47;
const NOUGHT = 48;
const GREATER = 62;
const entities = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
]);

/**
 * Reads rows that `rowWriter` made, in whole rows a text, from row 1 on.
 *
 * It knows exactly that XML and throws for anything else, so that reaching the end is a proof that the rows are well-formed,
 * complete and in order. It is several times as fast as a general parser. `dateStyles` are the looks that make a number
 * a day.
 */
export function rowReader(dateStyles: ReadonlySet<number>, take: (cells: readonly Cell[]) => void) {
  let rows = 0;
  let text = '';
  let at = 0;

  function isHere(sign: string): boolean {
    if (!text.startsWith(sign, at)) return false;
    at += sign.length;
    return true;
  }

  function expect(sign: string): void {
    if (!isHere(sign)) throw new Error(`Row ${rows}: ${sign} is not where it was meant to be`);
  }

  function upTo(sign: string): string {
    const end = text.indexOf(sign, at);
    if (end === -1) throw new Error(`Row ${rows}: ${sign} is missing`);
    const found = text.slice(at, end);
    at = end;
    return found;
  }

  /** The number of a cell's look, and the quotation mark after it. */
  function look(): number {
    let number = 0;
    for (let code = text.charCodeAt(at); code !== QUOTE; code = text.charCodeAt(at)) {
      if (!(code >= NOUGHT && code <= NOUGHT + 9)) throw new Error(`Row ${rows} has a look without a number`);
      number = number * 10 + code - NOUGHT;
      at += 1;
    }
    at += 1;
    return number;
  }

  /** What follows a cell's place. */
  function cell(): Cell {
    const style = look();
    const code = text.charCodeAt(at);
    if (code === SLASH) {
      expect(EMPTY);
      return null;
    }
    if (code === GREATER) {
      expect(NUMBER);
      const value = Number(upTo('<'));
      expect(NUMBER_END);
      if (Number.isNaN(value)) throw new Error(`Row ${rows} has a number that is none`);
      return dateStyles.has(style) ? dayOfSerial(value) : value;
    }
    if (!isHere(TEXT)) expect(SPACED_TEXT);
    const shown = shownText(upTo('<'));
    expect(TEXT_END);
    return shown === '' ? null : shown;
  }

  return {
    /** Takes in further rows; what is given begins and ends with a whole one. */
    read(xml: string): void {
      text = xml;
      at = 0;
      while (at < text.length) {
        rows += 1;
        ROW.lastIndex = at;
        if (Number(ROW.exec(text)?.[1]) !== rows) throw new Error(`Row ${rows} is not where it should be`);
        at = ROW.lastIndex;
        const afterColumn = `${rows}" s="`;
        const cells: Cell[] = [];
        while (!isHere(ROW_END)) {
          expect(startOf(cells.length));
          expect(afterColumn);
          cells.push(cell());
        }
        take(cells);
      }
    },
    rows: () => rows,
  };
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
