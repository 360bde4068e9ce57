import type { FieldValue } from '../changeRecord.ts';
import { filledValue, normalCellText } from './filledValue.ts';
import type { LocatedRow } from './locateCells.ts';
import { shownContent } from './readCell.ts';
import { problemOfValue, type ReturnChange } from './returnChange.ts';
import type { BaseCell, BaseRow, BaseSheet, ReturnManifest } from './returnManifest.ts';
import { isOnlyShown, type ReturnColumn, type ReturnSheet } from './returnSheets.ts';
import { untakenCell, type FoundCell, type Untaken } from './untaken.ts';

export type RowsReading = {
  readonly changes: readonly ReturnChange[];
  readonly notTaken: readonly Untaken[];
  readonly remarks: readonly Untaken[];
};

const LOCKED_CELL = 'This cell is not one to fill in.';
const LOCKED_VALUE =
  'This cell was locked: a spreadsheet can’t hold its text, people have not agreed on it, or it is not among the choices of the file. Change it in the program.';
const DIFFERENT_COPIES =
  'The row or column is in the file more than once, with different values. Say in the program which one is meant.';

/** What changed in the rows of one entry. `rows` are all places where it was found: more than one when it was copied. */
export function changesOfEntry(
  plan: ReturnSheet,
  sheet: BaseSheet,
  base: BaseRow,
  rows: readonly LocatedRow[],
  choices: ReturnManifest['choices'],
): RowsReading {
  const changes: ReturnChange[] = [];
  const notTaken: Untaken[] = [];
  const remarks: Untaken[] = [];
  const sound = rows.filter((row) => {
    const reason = mixedUp(plan, sheet, base, row);
    if (reason !== undefined)
      notTaken.push(...changedCells(plan, base, row, choices).map((cell) => untakenCell(cell, reason)));
    return reason === undefined;
  });
  for (const [index, column] of plan.columns.entries()) {
    const baseOfCell = base.cells[index];
    const found = cellsOfColumn(sound, column.key);
    // Most cells are as they were sent.
    if (baseOfCell === undefined || !found.some((cell) => differs(column, baseOfCell, cell, choices)))
      continue;
    const reading = changeOfField(plan, column, { base, baseOfCell, found, choices });
    changes.push(...reading.changes);
    notTaken.push(...reading.notTaken);
    remarks.push(...reading.remarks);
  }
  return { changes, notTaken, remarks };
}

function cellsOfColumn(rows: readonly LocatedRow[], key: string): readonly FoundCell[] {
  const [only, second] = rows;
  return second === undefined
    ? (only?.cells.get(key) ?? [])
    : rows.flatMap(({ cells }) => cells.get(key) ?? []);
}

/** What changed in one field of an entry, of which at least one cell differs. */
function changeOfField(
  plan: ReturnSheet,
  column: ReturnColumn,
  field: {
    readonly base: BaseRow;
    readonly baseOfCell: BaseCell;
    readonly found: readonly FoundCell[];
    readonly choices: ReturnManifest['choices'];
  },
): RowsReading {
  const { base, baseOfCell, found, choices } = field;
  const differing = found.filter((cell) => differs(column, baseOfCell, cell, choices));
  const notTaken: Untaken[] = [];
  const refused = (reason: string): RowsReading => ({
    changes: [],
    notTaken: [...notTaken, ...differing.map((cell) => untakenCell(cell, reason))],
    remarks: [],
  });
  if (plan.entity === null) return refused(LOCKED_CELL);
  if (baseOfCell.records === null) return refused(isOnlyShown(column.kind) ? LOCKED_CELL : LOCKED_VALUE);
  // Where a row was copied and one of the copies emptied, the one that holds something is meant.
  const isCopied = found.length > 1;
  const meant = isCopied ? differing.filter(({ content }) => content !== undefined) : differing;
  const values = new Map<FieldValue, { readonly cell: FoundCell; readonly remark: string | null }>();
  for (const cell of meant) {
    const filled = filledValue(column.kind, cell.content, choices);
    const problem =
      'problem' in filled ? filled.problem : problemOfValue(plan.entity, column.key, filled.value);
    if (problem !== undefined || 'problem' in filled) notTaken.push(untakenCell(cell, problem ?? ''));
    else values.set(filled.value, { cell, remark: filled.remark });
  }
  const [taken, ...others] = values;
  if (others.length > 0) return refused(DIFFERENT_COPIES);
  if (taken === undefined || base.entityId === null) return { changes: [], notTaken, remarks: [] };
  const [value, { cell, remark }] = taken;
  const { entity } = plan;
  return {
    changes: [{ entity, entityId: base.entityId, field: column.key, value, parents: baseOfCell.records }],
    notTaken,
    remarks: remarksOn(cell, remark),
  };
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
  if (text === shown || (text.trim() === '' && shown.trim() === '')) return false;
  if (base.records === null || column.kind === 'shown') return true;
  const now = filledValue(column.kind, cell.content, choices);
  const then = filledValue(
    column.kind,
    base.shown === '' ? undefined : { kind: 'text', text: base.shown },
    choices,
  );
  if ('problem' in now || 'problem' in then) return true;
  return now.value !== then.value;
}

/** Why a row's mark can't be trusted: what identifies it to people is that of another row. */
function mixedUp(plan: ReturnSheet, sheet: BaseSheet, base: BaseRow, row: LocatedRow): string | undefined {
  for (const [index, { key, kind }] of plan.columns.entries()) {
    const own = base.cells[index]?.shown;
    if (kind !== 'shown' || own === undefined) continue;
    for (const { content } of row.cells.get(key) ?? []) {
      const text: string = content === undefined ? own : shownContent(content);
      if (text === own || !sheet.rows.some(({ cells }) => cells[index]?.shown === text)) continue;
      return `The row says “${text.slice(0, 80)}”, but its mark is that of “${own.slice(0, 80)}”: parts of rows were moved or pasted apart. Fill in ${plan.rowWord} in the program.`;
    }
  }
  return undefined;
}

function changedCells(
  plan: ReturnSheet,
  base: BaseRow,
  row: LocatedRow,
  choices: ReturnManifest['choices'],
): readonly FoundCell[] {
  return plan.columns.flatMap((column, index) => {
    const cell = base.cells[index];
    return cell === undefined
      ? []
      : (row.cells.get(column.key) ?? []).filter((found) => differs(column, cell, found, choices));
  });
}
