import { foundIn, type LocatedRow, type LocatedSheet } from './locatedRow.ts';
import type { ReadCell, ReadSheet } from './readCell.ts';
import type { BaseSheet, ReturnManifest } from './returnManifest.ts';
import { parseMark } from './returnMark.ts';
import { returnSheet, type ReturnSheet, type ReturnSheetKey } from './returnSheets.ts';
import { untakenCell, type Untaken } from './untaken.ts';

export type LocatedCells = {
  readonly rows: readonly LocatedRow[];
  readonly notTaken: readonly Untaken[];
  /** The columns that were found, by sheet. */
  readonly columns: ReadonlyMap<ReturnSheetKey, ReadonlySet<string>>;
};

const OUTSIDE = 'It stands outside the cells to fill in.';
const OTHER_SHEET = 'This sheet was added; it is not one of those to fill in.';
const TWO_ROWS = 'Parts of two rows were pasted together here. Fill both in, in the program.';

/** Finds rows and columns by their marks, wherever they are now, and lists what stands anywhere else. */
export function locateCells(sheets: readonly ReadSheet[], manifest: ReturnManifest): LocatedCells {
  const rows: LocatedRow[] = [];
  const notTaken: Untaken[] = [];
  const columns = new Map<ReturnSheetKey, Set<string>>();
  for (const sheet of sheets) {
    const key = sheetKeyOf(sheet);
    const base = manifest.sheets.find((candidate) => candidate.key === key);
    if (key === undefined || base === undefined) {
      for (const cell of sheet.cells) notTaken.push(untakenCell(foundIn(sheet, cell), OTHER_SHEET));
      continue;
    }
    const located = locateOnSheet(sheet, returnSheet(key), base);
    for (const row of located.rows) rows.push(row);
    for (const untaken of located.notTaken) notTaken.push(untaken);
    const seen = columns.get(key) ?? new Set<string>();
    for (const column of located.columns) seen.add(column);
    columns.set(key, seen);
  }
  return { rows, notTaken, columns };
}

/** By the sheet's own mark; where that is gone, by the first of its rows and columns. Rows of others may have been pasted. */
function sheetKeyOf({ cells }: ReadSheet): ReturnSheetKey | undefined {
  let first: ReturnSheetKey | undefined;
  for (const { content } of cells) {
    const mark = content.kind === 'text' ? parseMark(content.text) : undefined;
    if (mark?.what === 'sheet') return mark.sheet;
    first ??= mark?.sheet;
  }
  return first;
}

function locateOnSheet(sheet: ReadSheet, plan: ReturnSheet, base: BaseSheet) {
  const { columnKeys, rowKeys, pasted, ...marks } = marksOn(sheet, plan);
  const lastOpening = byHeaders(sheet, plan, columnKeys, rowKeys, marks.lastOpening);

  const located: LocatedSheet = { key: plan.key, sheet, columns: placesOf(columnKeys) };
  const opening = new Set(base.opening);
  const isOpening = ({ content }: ReadCell): boolean => content.kind === 'text' && opening.has(content.text);
  const notTaken: Untaken[] = [];
  const rows: LocatedRow[] = [];
  for (const [row, cells] of byRow(sheet.cells)) {
    const why = pasted.get(row);
    if (why !== undefined) {
      for (const cell of cells) if (!isMark(cell)) notTaken.push(untakenCell(foundIn(sheet, cell), why));
      continue;
    }
    const key = rowKeys.get(row) ?? null;
    if (key === null && cells.every((cell) => isMark(cell) || isOpening(cell))) continue;
    const isBelow = row > lastOpening;
    const filled = cells.filter((cell) => {
      if (isMark(cell) || (key === null && !isBelow && isOpening(cell))) return false;
      const isInPlace = columnKeys.has(cell.column) && (key !== null || isBelow);
      if (!isInPlace) notTaken.push(untakenCell(foundIn(sheet, cell), OUTSIDE));
      return isInPlace;
    });
    if (filled.length > 0 || (key !== null && columnKeys.size > 0))
      rows.push({ on: located, row, key, cells: filled });
  }
  return { rows, notTaken, columns: new Set(columnKeys.values()) };
}

/** What the marks on a sheet say, and why nothing is taken of rows that have a mark of another row as well, or of another sheet. */
function marksOn(sheet: ReadSheet, plan: ReturnSheet) {
  const columnKeys = new Map<number, string>();
  const rowKeys = new Map<number, string>();
  const pasted = new Map<number, string>();
  let lastOpening = -1;
  for (const { row, column, content } of sheet.cells) {
    const mark = content.kind === 'text' ? parseMark(content.text) : undefined;
    if (mark === undefined) continue;
    if (mark.what === 'row') {
      const known = rowKeys.get(row);
      if (mark.sheet !== plan.key) pasted.set(row, pastedFrom(mark.sheet));
      else if (known !== undefined && known !== mark.key) pasted.set(row, TWO_ROWS);
      else rowKeys.set(row, mark.key);
    } else if (mark.sheet === plan.key) {
      if (mark.what === 'column' && plan.columns.some(({ key }) => key === mark.key))
        columnKeys.set(column, mark.key);
      lastOpening = Math.max(lastOpening, row);
    }
  }
  for (const row of pasted.keys()) rowKeys.delete(row);
  return { columnKeys, rowKeys, pasted, lastOpening };
}

function pastedFrom(key: ReturnSheetKey): string {
  return `This row was pasted from the sheet “${returnSheet(key).name}”. What is to stand here has to be filled in, in the program.`;
}

function placesOf(columnKeys: ReadonlyMap<number, string>): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [column, key] of columnKeys) {
    const known = places.get(key);
    if (known === undefined) places.set(key, [column]);
    else known.push(column);
  }
  return places;
}

/** Columns whose marks are gone are known by their headers, above the first row. Answers the last row above the data. */
function byHeaders(
  sheet: ReadSheet,
  plan: ReturnSheet,
  columnKeys: Map<number, string>,
  rowKeys: ReadonlyMap<number, string>,
  lastOpening: number,
): number {
  const firstRow = Math.min(...rowKeys.keys());
  const known = new Set(columnKeys.values());
  let last = lastOpening;
  for (const { row, column, content } of sheet.cells) {
    if (content.kind !== 'text' || row >= firstRow || rowKeys.has(row)) continue;
    const found = plan.columns.find(({ header }) => header === content.text);
    if (found === undefined) continue;
    if (!known.has(found.key) && !columnKeys.has(column)) columnKeys.set(column, found.key);
    if (columnKeys.get(column) === found.key) last = Math.max(last, row);
  }
  return last;
}

function byRow(cells: readonly ReadCell[]): ReadonlyMap<number, readonly ReadCell[]> {
  const rows = new Map<number, ReadCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return rows;
}

function isMark({ content }: ReadCell): boolean {
  return content.kind === 'text' && parseMark(content.text) !== undefined;
}
