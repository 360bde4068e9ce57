import type { Cell } from './sheetModel.ts';

/**
 * One row of cells as the fingerprint takes it in: a JSON list and a line feed, empty cells as `null`, dates as
 * `YYYY-MM-DD`. The fingerprint of an export is the SHA-256 of these lines in UTF-8, for each sheet after the cover in
 * order: one line with the sheet's name, then each row from row 1 with as many cells as the sheet has columns.
 */
export function contentLine(cells: readonly Cell[]): string {
  return `${JSON.stringify(cells)}\n`;
}
