import { dayOfSerial } from '../../../shared/domain/exportModel/calendarDay.ts';
import { excelUnescape } from '../../../shared/domain/exportModel/excelEscape.ts';
import {
  cellAddress,
  type CellContent,
  type ReadCell,
  type ReadSheet,
} from '../../../shared/domain/returnWorkbook/readCell.ts';
import { readHostileXml, type Attributes } from './hostileXml.ts';
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

/** The cells of one sheet that hold anything. */
export function readSheetCells(sheet: IndexedSheet, xml: string, context: SheetContext): ReadSheet {
  const cells: ReadCell[] = [];
  const hiddenColumns = new Set<number>();
  const inline = textGatherer();
  let row = -1;
  let column = -1;
  let cell: Attributes | undefined;
  let value: string | undefined;
  let isFormula = false;
  let isInline = false;
  let isValue = false;

  function finishCell(attributes: Attributes): void {
    const inlineText = isInline ? inline.finish() : undefined;
    const content = contentOf(attributes, inlineText ?? value, {
      isFormula,
      isInline,
      context,
      where: () => `${sheet.name}, cell ${cellAddress(row, column)}`,
    });
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
    cells.push({ row, column, content, formula: isFormula });
  }

  readHostileXml(sheet.part, xml, {
    open(name, attributes) {
      if (name === 'col') hideColumns(hiddenColumns, attributes);
      else if (name === 'row') {
        row = rowNumber(attributes.get('r')) ?? row + 1;
        column = -1;
      } else if (name === 'c') {
        context.seen();
        const place = /^([A-Z]{1,3})(\d{1,7})$/.exec(attributes.get('r') ?? '');
        column = place?.[1] === undefined ? column + 1 : columnNumber(place[1]);
        if (place?.[2] !== undefined) row = Number(place[2]) - 1;
        cell = attributes;
        value = undefined;
        isFormula = false;
        isInline = false;
      } else if (name === 'is') {
        isInline = true;
        inline.start();
      } else if (name === 'f') isFormula = true;
      else if (name === 'v') {
        isValue = true;
        value = '';
      }
      inline.open(name);
    },
    text(text) {
      if (isValue) value += text;
      else if (isInline) inline.text(text);
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
  attributes: Attributes,
  value: string | undefined,
  given: {
    readonly isFormula: boolean;
    readonly isInline: boolean;
    readonly context: SheetContext;
    readonly where: () => string;
  },
): CellContent | undefined {
  const { isFormula, isInline, context, where } = given;
  const type = attributes.get('t') ?? 'n';
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
      return numberContent(
        value,
        context.dateLooks.has(Number(attributes.get('s') ?? 0)),
        context.from1904,
        where,
      );
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
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function hideColumns(hidden: Set<number>, attributes: Attributes): void {
  if (!['1', 'true'].includes(attributes.get('hidden') ?? '')) return;
  const last = Math.min(Number(attributes.get('max') ?? 0), readerLimits.columns);
  for (let column = Math.max(1, Number(attributes.get('min') ?? 0)); column <= last; column += 1)
    hidden.add(column - 1);
}
