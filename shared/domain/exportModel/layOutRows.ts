import { isBlank } from '../isBlank.ts';
import { cellText, fitsCell } from './cellText.ts';
import type { Cell, Sheet } from './sheetModel.ts';
import type { TextChanges } from './textChanges.ts';

/** The mark in the first cell of a row that carries on the texts of the one above. */
const continuedMark = / \(continued, part \d+ of \d+\)$/;

/** The first cell of the part-th row of one that needs several. Part 1 is the row itself. */
function continuedKey(key: Cell, part: number, parts: number): Cell {
  return part === 1 ? key : `${key ?? ''} (continued, part ${part} of ${parts})`;
}

/** Whether a row only carries on the one above, so that it is not counted again. */
export function isContinued(cells: readonly Cell[]): boolean {
  const [key] = cells;
  return typeof key === 'string' && key.endsWith(')') && continuedMark.test(key);
}

/**
 * The rows of a sheet as they are written: every text fits its cell, a text that shows nothing is an empty cell, and
 * a row whose texts are too long goes on in rows below, which repeat nothing but its first cell.
 */
export function* layOutRows(sheet: Sheet, changes: TextChanges): Generator<readonly Cell[]> {
  for (const cells of sheet.rows) {
    if (!cells.every(fits)) yield* carefulRows(sheet, cells, changes);
    else yield cells.some(showsNothing) ? cells.map(blankIsNull) : cells;
  }
}

function* carefulRows(
  sheet: Sheet,
  cells: readonly Cell[],
  changes: TextChanges,
): Generator<readonly Cell[]> {
  const pieces = cells.map((cell, index) => {
    if (typeof cell !== 'string') return [cell];
    const text = cellText(cell);
    for (const change of text.changes)
      changes.add(sheet.name, rowName(cells), sheet.columns[index]?.header ?? '', change);
    return text.pieces;
  });
  const parts = Math.max(...pieces.map(({ length }) => length));
  for (let part = 1; part <= parts; part += 1) {
    const [key, ...others] = pieces.map((list) => list[part - 1] ?? null);
    yield [continuedKey(key ?? pieces[0]?.[0] ?? null, part, parts), ...others].map(blankIsNull);
  }
}

function rowName(cells: readonly Cell[]): string {
  return String(cells[0] ?? '').slice(0, 60);
}

function fits(cell: Cell): boolean {
  return typeof cell !== 'string' || fitsCell(cell);
}

function showsNothing(cell: Cell): boolean {
  return typeof cell === 'string' && isBlank(cell);
}

function blankIsNull(cell: Cell): Cell {
  return showsNothing(cell) ? null : cell;
}
