import {
  cellAddress,
  type ReadCell,
  type ReadSheet,
} from '../../../shared/domain/returnWorkbook/readCell.ts';
import { contentOf, type OpenCell, type SheetContext } from './cellContent.ts';
import { readHostileXml } from './hostileXml.ts';
import { readerLimits } from './readerLimits.ts';
import { textGatherer } from './sharedTexts.ts';
import type { IndexedSheet } from './workbookIndex.ts';
import type { Attribute } from './xmlAttributes.ts';
import { excessiveXlsx } from './xlsxRefusal.ts';

const FIRST_CAPITAL = 65;

/** The cells of one sheet that hold anything. */
export function readSheetCells(
  sheet: IndexedSheet,
  xml: Buffer,
  context: SheetContext,
): Omit<ReadSheet, 'comments'> {
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
