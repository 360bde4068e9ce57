import type { Cell } from '../../shared/domain/exportModel/sheetModel.ts';

/** In points: one line of the standard font, the room around it, and Excel's greatest row height. */
const LINE = 12.75;
const ROOM = 3;
export const TALLEST_ROW = 409;

/** Widths are counted in figures; running text takes a little less room, but a line ends where a word does not fit. */
const LETTERS_TO_A_FIGURE = 1.1;
const RAGGED = 2;

/**
 * The height that shows every text of a row wrapped into its column, as far as it can be told without the font's
 * measures; never more than Excel can do. Programs that open the file do not reckon it out themselves.
 */
export function rowHeight(cells: readonly Cell[], columns: readonly { readonly width: number }[]): number {
  let lines = 1;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (typeof cell === 'string') lines = Math.max(lines, linesOf(cell, columns[index]?.width ?? 10));
  }
  return Math.min(TALLEST_ROW, Math.ceil(lines * LINE + ROOM));
}

function linesOf(text: string, width: number): number {
  const room = width * LETTERS_TO_A_FIGURE - RAGGED;
  if (!text.includes('\n')) return Math.max(1, Math.ceil(text.length / room));
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(line.length / room));
  return lines;
}
