import { canonicalForm } from '../canonicalForm.ts';
import { filledValue, normalCellText } from './filledValue.ts';
import type { LocatedRow } from './locateCells.ts';
import { shownContent } from './readCell.ts';
import { problemOfValue, type ReturnChange } from './returnChange.ts';
import type { BaseCell, BaseRow, BaseSheet, ReturnManifest } from './returnManifest.ts';
import type { ReturnColumn, ReturnSheet } from './returnSheets.ts';
import { untakenCell, type FoundCell, type Untaken } from './untaken.ts';

export type RowsReading = {
  readonly changes: readonly ReturnChange[];
  readonly notTaken: readonly Untaken[];
  readonly remarks: readonly Untaken[];
};

const LOCKED_CELL = 'This cell is not one to fill in.';
const LOCKED_VALUE =
  'This cell was locked: its text is too long for a spreadsheet, or people have not agreed on it. Change it in the program.';
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
    if (baseOfCell === undefined) continue;
    const found = sound.flatMap(({ cells }) => cells.get(column.key) ?? []);
    const differing = found.filter((cell) => differs(column, baseOfCell, cell, choices));
    if (differing.length === 0) continue;
    const refuse = (reason: string): void =>
      void notTaken.push(...differing.map((cell) => untakenCell(cell, reason)));
    if (baseOfCell.records === null || plan.entity === null) {
      refuse(plan.entity === null || column.kind === 'shown' || isLinks(column) ? LOCKED_CELL : LOCKED_VALUE);
      continue;
    }
    // Where a row was copied and one of the copies emptied, the one that holds something is meant.
    const isCopied = found.length > 1;
    const meant = isCopied ? differing.filter(({ content }) => content !== undefined) : differing;
    const values = new Map<string, FoundCell>();
    for (const cell of meant) {
      const filled = filledValue(column.kind, cell.content, choices);
      const problem =
        'problem' in filled ? filled.problem : problemOfValue(plan.entity, column.key, filled.value);
      if (problem !== undefined || 'problem' in filled) notTaken.push(untakenCell(cell, problem ?? ''));
      else values.set(canonicalForm(filled.value), cell);
    }
    const [cell, ...others] = values.values();
    if (others.length > 0) refuse(DIFFERENT_COPIES);
    else if (cell !== undefined && base.entityId !== null) {
      const filled = filledValue(column.kind, cell.content, choices);
      if ('problem' in filled) throw new Error('A cell does not change while it is read');
      changes.push({
        entity: plan.entity,
        entityId: base.entityId,
        field: column.key,
        value: filled.value,
        parents: baseOfCell.records,
      });
      remarks.push(...remarksOn(cell, filled.remark));
    }
  }
  return { changes, notTaken, remarks };
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
  const text = cell.content === undefined ? '' : normalCellText(shownContent(cell.content));
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
  return canonicalForm(now.value) !== canonicalForm(then.value);
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

function isLinks({ kind }: ReturnColumn): boolean {
  return kind === 'quality-indicator-links' || kind === 'outcome-links';
}
