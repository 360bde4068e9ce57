import { assertNever } from '../assertNever.ts';

/** What a cell of a returned workbook holds, whichever program saved it. Empty cells are not given. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  /** `day` is `YYYY-MM-DD` where the cell shows its number as a date. `isPercentage`: it shows 0.85 as 85%. */
  | {
      readonly kind: 'number';
      readonly number: number;
      readonly day: string | null;
      readonly isPercentage: boolean;
    }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#REF!` and its like. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula whose result was never worked out. */
  | { readonly kind: 'uncalculated' };

export type ReadCell = {
  /** Both from 0. */
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  /** Whether somebody typed a formula; the content is its result. */
  readonly formula: boolean;
};

/** A comment that somebody attached to a cell. */
export type ReadComment = {
  /** "C7". */
  readonly cell: string;
  readonly text: string;
};

export type ReadSheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** Columns that were hidden, from 0. */
  readonly hiddenColumns: ReadonlySet<number>;
  readonly cells: readonly ReadCell[];
  readonly comments: readonly ReadComment[];
};

/** As many as a spreadsheet keeps. */
const FIGURES = 15;

/** A cell as people see it, for a list of what was not taken. */
export function shownContent(content: CellContent): string {
  switch (content.kind) {
    case 'text':
    case 'error':
      return content.text;
    case 'number':
      if (content.isPercentage) return `${Number((content.number * 100).toPrecision(FIGURES))}%`;
      return content.day ?? String(content.number);
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'uncalculated':
      return '(formula)';
    default:
      return assertNever(content);
  }
}

/** "C7" for row 6 and column 2. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The letters of a column, 0 being A. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
