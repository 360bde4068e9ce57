import { shownContent, type ReadCell, type ReadSheet } from './readCell.ts';
import type { ReturnSheetKey } from './returnSheets.ts';
import type { FoundCell } from './untaken.ts';

/** A sheet that was found by its mark. */
export type LocatedSheet = {
  readonly key: ReturnSheetKey;
  readonly sheet: Pick<ReadSheet, 'name' | 'hidden' | 'hiddenColumns'>;
  /** Where each column is, by its key; in several places when it was copied. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
};

/** One row that was found. */
export type LocatedRow = {
  readonly on: LocatedSheet;
  readonly row: number;
  /** Null for a row that was added, or whose mark is gone. */
  readonly key: string | null;
  /** Those in the sheet's columns that hold something. */
  readonly cells: readonly ReadCell[];
};

/** The row's cells in a column. An emptied cell is no cell in the file: of a row with a mark it is here all the same. */
export function cellsOf({ on, row, key, cells }: LocatedRow, column: string): readonly FoundCell[] {
  const { sheet, columns } = on;
  const places = columns.get(column) ?? [];
  const filled = cells.filter((cell) => places.includes(cell.column));
  const emptied = places.filter((place) => key !== null && !filled.some((cell) => cell.column === place));
  return [
    ...filled.map((cell) => foundIn(sheet, cell)),
    ...emptied.map((place) => emptyAt(sheet.name, row, place)),
  ];
}

/** Every cell of the row that holds something. */
export function filledCellsOf({ on, cells }: LocatedRow): readonly FoundCell[] {
  return cells.map((cell) => foundIn(on.sheet, cell));
}

/** Whether the row's one cell in a column holds exactly this text; most do. */
export function holdsExactly({ on, cells }: LocatedRow, column: string, text: string): boolean {
  const places = on.columns.get(column);
  if (places?.length !== 1) return false;
  const [place] = places;
  let held = '';
  let count = 0;
  for (const cell of cells) {
    if (cell.column !== place) continue;
    held = shownContent(cell.content);
    count += 1;
  }
  return count < 2 && held === text;
}

/** A cell with what there is to say of where it was found. */
export function foundIn(
  sheet: LocatedSheet['sheet'],
  { row, column, content, formula }: ReadCell,
): FoundCell {
  return {
    sheet: sheet.name,
    row,
    column,
    content,
    formula,
    hidden: sheet.hidden || sheet.hiddenColumns.has(column),
  };
}

function emptyAt(sheet: string, row: number, column: number): FoundCell {
  return { sheet, row, column, content: undefined, formula: false, hidden: false };
}
