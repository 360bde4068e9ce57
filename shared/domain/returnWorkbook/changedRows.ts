import type { FieldValue } from '../changeRecord.ts';
import { filledValue, normalCellText } from './filledValue.ts';
import { cellsOf, holdsExactly, type LocatedRow } from './locatedRow.ts';
import { shownContent } from './readCell.ts';
import { problemOfValue, type ReturnChange } from './returnChange.ts';
import type { BaseCell, BaseRow, ReturnManifest } from './returnManifest.ts';
import { isOnlyShown, type ReturnColumn, type ReturnSheet } from './returnSheets.ts';
import { untakenCell, type FoundCell, type Untaken } from './untaken.ts';

/** What was read of some rows, to be added to: there may be tens of thousands of them. */
export type RowsReading = {
  readonly changes: ReturnChange[];
  readonly notTaken: Untaken[];
  readonly remarks: Untaken[];
};

/** A sheet with what stood on it when it was sent. */
export type SentSheet = {
  readonly plan: ReturnSheet;
  readonly choices: ReturnManifest['choices'];
  /** Whether some row showed this text in the column at `index`. */
  readonly isShown: (index: number, text: string) => boolean;
};

const LOCKED_CELL = 'This cell is not one to fill in.';
const LOCKED_VALUE =
  'This cell was locked: a spreadsheet can’t hold its text, people have not agreed on it, or it is not among the choices of the file. Change it in the program.';
/** The field by which people know what a row is about where there is nothing that is only shown. */
const NAMING = 'title';
const DIFFERENT_COPIES =
  'The row or column is in the file more than once, with different values. Say in the program which one is meant.';

/**
 * Adds what changed in the rows of one entry to `reading`. `rows` are all places where it was found: more than one when it
 * was copied.
 */
export function readEntry(
  sent: SentSheet,
  base: BaseRow,
  rows: readonly LocatedRow[],
  reading: RowsReading,
): void {
  const { plan, choices } = sent;
  const sound = rows.filter((row) => {
    const reason = mixedUp(sent, base, row);
    if (reason !== undefined)
      for (const cell of changedCells(sent, base, row)) reading.notTaken.push(untakenCell(cell, reason));
    return reason === undefined;
  });
  for (const [index, column] of plan.columns.entries()) {
    const baseOfCell = base.cells[index];
    // Most cells are as they were sent.
    if (baseOfCell === undefined || sound.every((row) => holdsExactly(row, column.key, baseOfCell.shown)))
      continue;
    const found = sound.flatMap((row) => cellsOf(row, column.key));
    const differing = found.filter((cell) => differs(column, baseOfCell, cell, choices));
    if (differing.length > 0)
      readField(plan, column, { base, baseOfCell, found, differing, choices }, reading);
  }
}

/** What changed in one field of an entry, of which at least one cell differs. */
function readField(
  plan: ReturnSheet,
  column: ReturnColumn,
  field: {
    readonly base: BaseRow;
    readonly baseOfCell: BaseCell;
    /** Several where the row or the column was copied. */
    readonly found: readonly FoundCell[];
    readonly differing: readonly FoundCell[];
    readonly choices: ReturnManifest['choices'];
  },
  { changes, notTaken, remarks }: RowsReading,
): void {
  const { base, baseOfCell, found, differing, choices } = field;
  const refuse = (reason: string): void => {
    for (const cell of differing) notTaken.push(untakenCell(cell, reason));
  };
  if (plan.entity === null) return refuse(LOCKED_CELL);
  if (baseOfCell.records === null) return refuse(isOnlyShown(column.kind) ? LOCKED_CELL : LOCKED_VALUE);
  // Where a row was copied and one of the copies emptied, the one that holds something is meant.
  const isAnyFilled = found.some(({ content }) => content !== undefined);
  const meant = isAnyFilled ? differing.filter(({ content }) => content !== undefined) : differing;
  const values = new Map<FieldValue, { readonly cell: FoundCell; readonly remark: string | null }>();
  for (const cell of meant) {
    const filled = filledValue(column.kind, cell.content, choices);
    const problem =
      'problem' in filled ? filled.problem : problemOfValue(plan.entity, column.key, filled.value);
    if (problem !== undefined || 'problem' in filled) notTaken.push(untakenCell(cell, problem ?? ''));
    else values.set(filled.value, { cell, remark: filled.remark });
  }
  const [taken, ...others] = values;
  if (others.length > 0) return refuse(DIFFERENT_COPIES);
  if (taken === undefined || base.entityId === null) return;
  const [value, { cell, remark }] = taken;
  const { entity } = plan;
  changes.push({ entity, entityId: base.entityId, field: column.key, value, parents: baseOfCell.records });
  remarks.push(...remarksOn(cell, remark));
}

/** What is to be said of a cell that was taken. */
export function remarksOn(cell: FoundCell, remark: string | null): readonly Untaken[] {
  const said = [
    remark,
    cell.formula ? 'It was a formula; its result was taken.' : null,
    cell.hidden ? 'It stood in a hidden column or sheet, and was taken.' : null,
  ];
  return said.flatMap((sentence) => (sentence === null ? [] : [untakenCell(cell, sentence)]));
}

/** The text of the cell against the text that was written there; equal meanings such as “4” and “4 Good” are no change. */
export function differs(
  column: ReturnColumn,
  base: BaseCell,
  cell: FoundCell,
  choices: ReturnManifest['choices'],
): boolean {
  const content = cell.content === undefined ? '' : shownContent(cell.content);
  // Most cells are as they were sent.
  if (content === base.shown) return false;
  const text = normalCellText(content);
  const shown = normalCellText(base.shown);
  // Some programs leave spaces at the ends out.
  if (text.trim() === shown.trim()) return false;
  // A text has no other spelling of the same meaning.
  if (base.records === null || column.kind === 'shown' || column.kind === 'text') return true;
  const now = filledValue(column.kind, cell.content, choices);
  const then = filledValue(
    column.kind,
    base.shown === '' ? undefined : { kind: 'text', text: base.shown },
    choices,
  );
  if ('problem' in now || 'problem' in then) return true;
  return now.value !== then.value;
}

/** Why a row's mark can't be trusted: what identifies it to people, which may be a title, is that of another row. */
function mixedUp({ plan, isShown }: SentSheet, base: BaseRow, row: LocatedRow): string | undefined {
  for (const [index, { key, kind }] of plan.columns.entries()) {
    const own = base.cells[index]?.shown;
    const isIdentifying = kind === 'shown' || (key === NAMING && own !== '');
    if (!isIdentifying || own === undefined || holdsExactly(row, key, own)) continue;
    for (const { content } of cellsOf(row, key)) {
      const text: string = content === undefined ? own : shownContent(content);
      if (text === own || text === '' || !isShown(index, text)) continue;
      return `The row says “${text.slice(0, 80)}”, but its mark is that of “${own.slice(0, 80)}”: parts of rows were moved or pasted apart. Fill in ${plan.rowWord} in the program.`;
    }
  }
  return undefined;
}

function changedCells({ plan, choices }: SentSheet, base: BaseRow, row: LocatedRow): readonly FoundCell[] {
  return plan.columns.flatMap((column, index) => {
    const cell = base.cells[index];
    return cell === undefined
      ? []
      : cellsOf(row, column.key).filter((found) => differs(column, cell, found, choices));
  });
}
