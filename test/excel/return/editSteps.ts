import { placeOf, sample } from './sampleReturnCopy.ts';
import type { EditedRow, XlsxEditor } from './xlsxEditor.ts';

/** The first row of data, 0 being the top of the sheet. */
export const DATA = 4;
export const doing = placeOf('answers', sample.firstAnswer, 'howAreWeDoing');
/** What has to come in where “New.” was typed into `doing`. */
export const typed = { [`${sample.firstAnswer} howAreWeDoing`]: 'New.' };

/** Types a text into a cell as Excel writes it. */
export function type(file: XlsxEditor, place: typeof doing, value: string): void {
  file.setText(place.sheet, place.row, place.column, value);
}

/** Changes the rows of data and leaves those above them. */
export function moved(change: (data: EditedRow[]) => EditedRow[]) {
  return (rows: EditedRow[]): EditedRow[] => [...rows.slice(0, DATA), ...change(rows.slice(DATA))];
}

/** Puts columns in other places. */
export function columnsMoved(to: (column: number) => number) {
  return (rows: EditedRow[]): EditedRow[] =>
    rows.map(({ attributes, cells }) => ({
      attributes,
      cells: cells
        .map((cell) => ({ ...cell, column: to(cell.column) }))
        .toSorted((left, right) => left.column - right.column),
    }));
}
