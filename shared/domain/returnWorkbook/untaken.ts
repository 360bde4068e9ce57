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
const LONGEST_VALUE = 500;

/** The entry for a found cell. */
export function untakenCell(found: FoundCell, reason: string): Untaken {
  const value = found.content === undefined ? '' : shownContent(found.content);
  return {
    sheet: found.sheet,
    cell: cellAddress(found.row, found.column),
    value: value.slice(0, LONGEST_VALUE).toWellFormed(),
    reason,
  };
}

/** The first entries, and one that says how many more there are. */
export function listedUntaken(all: readonly Untaken[]): readonly Untaken[] {
  if (all.length <= LISTED) return all;
  const more = all.length - LISTED;
  const reason =
    more === 1 ? 'One more is not listed.' : `${more.toLocaleString('en-GB')} more are not listed.`;
  return [...all.slice(0, LISTED), { sheet: '', cell: '', value: '', reason }];
}
