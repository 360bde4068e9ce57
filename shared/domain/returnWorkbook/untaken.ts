import { cellAddress, shownContent, type CellContent } from './readCell.ts';

/** One cell that was not taken, or was taken with a remark, and why. */
export type Untaken = {
  readonly sheet: string;
  /** "C7"; empty where it is about a row, a column or a sheet that is not there. */
  readonly cell: string;
  readonly value: string;
  readonly reason: string;
};

/** A cell where it was found. */
export type FoundCell = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: CellContent | undefined;
  readonly formula: boolean;
  /** Whether its column or sheet was hidden. */
  readonly hidden: boolean;
};

/** Beyond this a list helps nobody; what follows is counted. */
const LISTED = 2_000;
/** A longer text is cut for the list, which says so; the file has all of it. */
const LONGEST_VALUE = 2_000;

/** The entry for a found cell. */
export function untakenCell(found: FoundCell, reason: string): Untaken {
  const { sheet, row, column, content } = found;
  const text = content === undefined ? '' : shownContent(content);
  return untakenText({ sheet, cell: cellAddress(row, column) }, text, reason);
}

/** The entry for what stands at a place. */
export function untakenText(
  { sheet, cell }: Pick<Untaken, 'sheet' | 'cell'>,
  text: string,
  reason: string,
): Untaken {
  const shown = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)} …` : text;
  return { sheet, cell, value: shown.toWellFormed(), reason };
}

/** The first entries, and one that says how many more there are. */
export function listedUntaken(all: readonly Untaken[]): readonly Untaken[] {
  if (all.length <= LISTED) return all;
  const more = all.length - LISTED;
  const reason =
    more === 1 ? 'One more is not listed.' : `${more.toLocaleString('en-GB')} more are not listed.`;
  return [...all.slice(0, LISTED), { sheet: '', cell: '', value: '', reason }];
}
