import { oneCell } from '../../shared/domain/exportModel/cellText.ts';
import type { Cell, ExportModel, Sheet } from '../../shared/domain/exportModel/sheetModel.ts';

/**
 * What stands above a sheet's data, and instead of it when there is none: title, marking and explanation, then the
 * column headers or the sentence that says that there is nothing.
 */
export function openingRows(
  sheet: Sheet,
  model: Pick<ExportModel, 'marking'>,
  empty: boolean,
): readonly (readonly string[])[] {
  const about = `${model.marking}. ${sheet.about}`;
  const headers = empty ? [sheet.emptySentence] : sheet.columns.map(({ header }) => header);
  return [[sheet.title], [about], headers].map((texts) => texts.map(oneCell));
}

/** The cells of a row as the fingerprint takes them in: as many as the sheet has columns. */
export function asWideAs(
  sheet: { readonly columns: readonly unknown[] },
  cells: readonly Cell[],
): readonly Cell[] {
  return sheet.columns.map((_column, index) => cells[index] ?? null);
}
