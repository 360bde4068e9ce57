import { dayOfSerial } from '../../../shared/domain/exportModel/calendarDay.ts';
import { excelUnescape } from '../../../shared/domain/exportModel/excelEscape.ts';
import {
  cellAddress,
  type CellContent,
  type ReadCell,
  type ReadSheet,
} from '../../../shared/domain/returnWorkbook/readCell.ts';
import { readHostileXml, type Attribute } from './hostileXml.ts';
import { readerLimits } from './readerLimits.ts';
import { onItsOwn, textGatherer } from './sharedTexts.ts';
import type { IndexedSheet } from './workbookIndex.ts';
import { damagedXlsx, excessiveXlsx } from './xlsxRefusal.ts';

/** What of the file all its sheets refer to. */
export type SheetContext = {
  readonly texts: readonly string[];
  readonly dateLooks: ReadonlySet<number>;
  readonly from1904: boolean;
  /** Counts cells of all sheets, empty ones too, and refuses when there are too many. */
  readonly seen: () => void;
  /** The same for cells with something in them. */
  readonly filled: () => void;
};

const DAYS_FROM_1900_TO_1904 = 1_462;
const LAST_DAY = 2_958_465;

/** A cell whose end has not been read. */
type OpenCell = {
  readonly type: string;
  readonly look: number;
  value: string | undefined;
  isFormula: boolean;
  isInline: boolean;
};

/** The cells of one sheet that hold anything. */
export function readSheetCells(sheet: IndexedSheet, xml: string, context: SheetContext): ReadSheet {
  const cells: ReadCell[] = [];
  const hiddenColumns = new Set<number>();
  const inline = textGatherer();
  let row = -1;
  let column = -1;
  let cell: OpenCell | undefined;
  let isValue = false;
  const where = (): string => `${sheet.name}, cell ${cellAddress(row, column)}`;

  function finishCell(finished: OpenCell): void {
    const content = contentOf(finished, finished.isInline ? inline.finish() : finished.value, context, where);
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
    cells.push({ row, column, content, formula: finished.isFormula });
  }

  readHostileXml(sheet.part, xml, {
    open(name, attribute) {
      if (name === 'col') hideColumns(hiddenColumns, attribute);
      else if (name === 'row') {
        row = rowNumber(attribute('r')) ?? row + 1;
        column = -1;
      } else if (name === 'c') {
        context.seen();
        const place = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute('r') ?? '');
        column = place?.[1] === undefined ? column + 1 : columnNumber(place[1]);
        if (place?.[2] !== undefined) row = Number(place[2]) - 1;
        isValue = false;
        cell = {
          type: attribute('t') ?? 'n',
          look: Number(attribute('s') ?? 0),
          value: undefined,
          isFormula: false,
          isInline: false,
        };
      } else if (cell === undefined) return;
      else if (name === 'is') {
        cell.isInline = true;
        inline.start();
      } else if (name === 'f') cell.isFormula = true;
      else if (name === 'v') {
        isValue = true;
        cell.value = '';
      }
      inline.open(name);
    },
    text(text) {
      if (cell === undefined) return;
      if (isValue) cell.value += text;
      else if (cell.isInline) inline.text(text);
    },
    close(name) {
      inline.close(name);
      if (name === 'v') isValue = false;
      if (name !== 'c' || cell === undefined) return;
      finishCell(cell);
      cell = undefined;
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
      const text = /^\d{1,9}$/.test(value) ? context.texts[Number(value)] : undefined;
      if (text === undefined) throw damagedXlsx(`in the sheet ${where()}, a text is missing`);
      return textContent(text);
    }
    case 'str':
      return textContent(excelUnescape(onItsOwn(value)));
    case 'b':
      return { kind: 'boolean', value: value === '1' || value === 'true' };
    case 'e':
      return { kind: 'error', text: onItsOwn(value.slice(0, 100)) };
    case 'd':
      return /^\d{4}-\d{2}-\d{2}/.test(value)
        ? { kind: 'number', number: 0, day: onItsOwn(value.slice(0, 10)) }
        : textContent(onItsOwn(value));
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

function rowNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) - 1 : undefined;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at += 1) number = number * 26 + letters.charCodeAt(at) - 64;
  return number - 1;
}

function hideColumns(hidden: Set<number>, attribute: Attribute): void {
  if (!['1', 'true'].includes(attribute('hidden') ?? '')) return;
  const last = Math.min(Number(attribute('max') ?? 0), readerLimits.columns);
  for (let column = Math.max(1, Number(attribute('min') ?? 0)); column <= last; column += 1)
    hidden.add(column - 1);
}
