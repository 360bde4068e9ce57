import { dayOfSerial } from '../../../shared/domain/exportModel/calendarDay.ts';
import { excelUnescape } from '../../../shared/domain/exportModel/excelEscape.ts';
import {
  cellAddress,
  type CellContent,
  type ReadCell,
  type ReadSheet,
} from '../../../shared/domain/returnWorkbook/readCell.ts';
import { readHostileXml } from './hostileXml.ts';
import { readerLimits } from './readerLimits.ts';
import { textGatherer, type TextContent } from './sharedTexts.ts';
import type { IndexedSheet } from './workbookIndex.ts';
import type { Attribute } from './xmlAttributes.ts';
import { damagedXlsx, excessiveXlsx } from './xlsxRefusal.ts';

/** What of the file all its sheets refer to. */
export type SheetContext = {
  readonly texts: readonly TextContent[];
  readonly dateLooks: ReadonlySet<number>;
  readonly from1904: boolean;
  /** Counts cells of all sheets, empty ones too, and refuses when there are too many. */
  readonly seen: () => void;
  /** The same for cells with something in them. */
  readonly filled: () => void;
};

const DAYS_FROM_1900_TO_1904 = 1_462;
const LAST_DAY = 2_958_465;
const FIRST_CAPITAL = 65;

/** A cell whose end has not been read; one at a time. */
type OpenCell = {
  type: string;
  look: number;
  value: string | undefined;
  isFormula: boolean;
  isInline: boolean;
};

/** The cells of one sheet that hold anything. */
export function readSheetCells(sheet: IndexedSheet, xml: Buffer, context: SheetContext): ReadSheet {
  const cells: ReadCell[] = [];
  const hiddenColumns = new Set<number>();
  const inline = textGatherer();
  const cell: OpenCell = { type: 'n', look: 0, value: undefined, isFormula: false, isInline: false };
  let row = -1;
  let column = -1;
  let isInCell = false;
  let isValue = false;
  const where = (): string => `${sheet.name}, cell ${cellAddress(row, column)}`;

  function startCell(attribute: Attribute): void {
    context.seen();
    isInCell = true;
    isValue = false;
    column += 1;
    const place = attribute('r') ?? '';
    const letters = lettersOf(place);
    const written = letters === 0 ? undefined : rowNumber(place.slice(letters));
    if (written !== undefined) {
      column = columnNumber(place, letters);
      row = written;
    }
    cell.type = attribute('t') ?? 'n';
    cell.look = Number(attribute('s') ?? 0);
    cell.value = undefined;
    cell.isFormula = false;
    cell.isInline = false;
  }

  function finishCell(): void {
    const value = cell.isInline ? inline.finish() : cell.value;
    const content = contentOf(cell, value, context, where);
    if (content === undefined) return;
    if (row >= readerLimits.rows)
      throw excessiveXlsx(
        `something in row ${row + 1} of the sheet “${sheet.name}”; at most ${readerLimits.rows.toLocaleString('en-GB')} rows are read`,
      );
    if (column >= readerLimits.columns)
      throw excessiveXlsx(
        `something in cell ${cellAddress(row, column)} of the sheet “${sheet.name}”; at most ${readerLimits.columns} columns are read`,
      );
    context.filled();
    cells.push({ row, column, content, formula: cell.isFormula });
  }

  readHostileXml(sheet.part, xml, {
    open(name, attribute) {
      if (name === 'c') startCell(attribute);
      else if (isInCell) {
        if (name === 'v') {
          isValue = true;
          cell.value = '';
        } else if (name === 'f') cell.isFormula = true;
        else if (name === 'is') {
          cell.isInline = true;
          inline.start();
        }
        inline.open(name);
      } else if (name === 'row') {
        row = rowNumber(attribute('r') ?? '') ?? row + 1;
        column = -1;
      } else if (name === 'col') hideColumns(hiddenColumns, attribute);
    },
    text(read) {
      if (!isInCell) return;
      if (isValue) cell.value += read();
      else if (cell.isInline) inline.text(read);
    },
    close(name) {
      if (!isInCell) return;
      if (name === 'v') isValue = false;
      else if (name === 'c') {
        finishCell();
        isInCell = false;
      } else inline.close(name);
    },
  });
  return { name: sheet.name, hidden: sheet.hidden, hiddenColumns, cells };
}

function contentOf(
  { type, look, isFormula, isInline }: OpenCell,
  value: string | undefined,
  context: SheetContext,
  where: () => string,
): CellContent | undefined {
  if (value === undefined || (value === '' && type !== 'str' && !isInline))
    return isFormula ? { kind: 'uncalculated' } : undefined;
  if (isInline) return textContent(value);
  switch (type) {
    case 's': {
      const content = /^\d{1,9}$/.test(value) ? context.texts[Number(value)] : undefined;
      if (content === undefined) throw damagedXlsx(`in the sheet ${where()}, a text is missing`);
      return content.text === '' ? undefined : content;
    }
    case 'str':
      return textContent(excelUnescape(value));
    case 'b':
      return { kind: 'boolean', value: value === '1' || value === 'true' };
    case 'e':
      return { kind: 'error', text: value.slice(0, 100) };
    case 'd':
      return /^\d{4}-\d{2}-\d{2}/.test(value)
        ? { kind: 'number', number: 0, day: value.slice(0, 10) }
        : textContent(value);
    default:
      return numberContent(value, context.dateLooks.has(look), context.from1904, where);
  }
}

function textContent(text: string): CellContent | undefined {
  return text === '' ? undefined : { kind: 'text', text };
}

function numberContent(value: string, isDate: boolean, from1904: boolean, where: () => string): CellContent {
  const number = Number(value);
  if (!Number.isFinite(number)) throw damagedXlsx(`in the sheet ${where()}, a number is none`);
  const serial = Math.floor(number) + (from1904 ? DAYS_FROM_1900_TO_1904 : 0);
  // Day 60 never was, and those before it count from one day later.
  const isDay = isDate && serial >= 1 && serial <= LAST_DAY && serial !== 60;
  return { kind: 'number', number, day: isDay ? dayOfSerial(serial < 60 ? serial + 1 : serial) : null };
}

/** A row's number from 0, out of its up to nine digits. */
function rowNumber(digits: string): number | undefined {
  return /^\d{1,9}$/.test(digits) ? Number(digits) - 1 : undefined;
}

/** How many capital letters a cell's address begins with; 0 for what is none. */
function lettersOf(address: string): number {
  let count = 0;
  while (count < address.length && isCapital(address.charCodeAt(count))) count += 1;
  return count <= 3 ? count : 0;
}

function isCapital(code: number): boolean {
  return code >= FIRST_CAPITAL && code < FIRST_CAPITAL + 26;
}

/** A column's number from 0, out of its letters at the beginning of an address. */
function columnNumber(address: string, letters: number): number {
  let number = 0;
  for (let at = 0; at < letters; at += 1) number = number * 26 + address.charCodeAt(at) - FIRST_CAPITAL + 1;
  return number - 1;
}

function hideColumns(hidden: Set<number>, attribute: Attribute): void {
  if (!['1', 'true'].includes(attribute('hidden') ?? '')) return;
  const last = Math.min(Number(attribute('max') ?? 0), readerLimits.columns);
  for (let column = Math.max(1, Number(attribute('min') ?? 0)); column <= last; column += 1)
    hidden.add(column - 1);
}
