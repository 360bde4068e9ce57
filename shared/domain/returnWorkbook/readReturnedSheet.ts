import type { Sha256 } from '../sealRecord.ts';
import { readEntry, type RowsReading, type SentSheet } from './changedRows.ts';
import type { LocatedCells } from './locateCells.ts';
import { normalCellText } from './filledValue.ts';
import { cellsOf, filledCellsOf, type LocatedRow } from './locatedRow.ts';
import { newRows } from './newRows.ts';
import { shownContent } from './readCell.ts';
import type { BaseSheet, ReturnManifest } from './returnManifest.ts';
import { AUTHOR_ROW, returnSheet, type ReturnSheet } from './returnSheets.ts';
import { untakenCell, type Untaken } from './untaken.ts';

const ADDED_ROW =
  'This row was added, or has lost its mark. Rows can be added on the sheets Evidence and Actions.';

const SENT_ROW =
  'This row has lost its mark and says what a row said that was sent. Nothing was added or changed.';

/** What was filled in on one sheet, and what of it is not taken. */
export function readReturnedSheet(
  base: BaseSheet,
  located: LocatedCells,
  given: { readonly manifest: ReturnManifest; readonly author: string; readonly sha256: Sha256 },
): RowsReading {
  const plan = returnSheet(base.key);
  const rows = located.rows.filter(({ on }) => on.key === base.key);
  const byKey = rowsByKey(rows);
  const reading: RowsReading = { changes: [], notTaken: missing(plan, base, located, rows), remarks: [] };
  const sent: SentSheet = { plan, choices: given.manifest.choices, isShown: shownTexts(base) };
  const fresh: LocatedRow[] = [];
  for (const row of base.rows) {
    const found = byKey.get(row.key) ?? [];
    byKey.delete(row.key);
    if (base.key === 'cover' && row.key === AUTHOR_ROW) continue;
    if (row.entityId === null && base.key !== 'cover') for (const one of found) fresh.push(one);
    else readEntry(sent, row, found, reading);
  }
  const loose = [...rows.filter(({ key }) => key === null), ...[...byKey.values()].flat()];
  if (base.key === 'evidence' || base.key === 'actions') {
    const isSent = sentRows(plan, base);
    for (const row of loose.filter(isSent))
      for (const cell of filledCellsOf(row).slice(0, 1)) reading.notTaken.push(untakenCell(cell, SENT_ROW));
    const added = loose.filter((row) => !isSent(row));
    return together([reading, newRows(plan, [...fresh, ...added], given)]);
  }
  for (const cell of loose.flatMap(filledCellsOf)) reading.notTaken.push(untakenCell(cell, ADDED_ROW));
  return reading;
}

/** Whether a row says just what one of those did that were sent: it has lost its mark, or was copied without it, and is not new. */
function sentRows(plan: ReturnSheet, base: BaseSheet): (row: LocatedRow) => boolean {
  const spelt = (texts: readonly string[]): string =>
    JSON.stringify(texts.map((text) => normalCellText(text).trim()));
  let sent: ReadonlySet<string> | undefined;
  return (row) => {
    sent ??= new Set(
      base.rows
        .filter(({ entityId }) => entityId !== null)
        .map(({ cells }) => spelt(cells.map(({ shown }) => shown))),
    );
    const texts = plan.columns.map(({ key }) => {
      const [first] = cellsOf(row, key);
      return first?.content === undefined ? '' : shownContent(first.content);
    });
    return sent.has(spelt(texts));
  };
}

/** Whether some row of the sheet showed a text in a column when it was sent. Most files never ask. */
function shownTexts({ rows }: BaseSheet): SentSheet['isShown'] {
  const columns = new Map<number, ReadonlySet<string | undefined>>();
  return (index, text) => {
    const shown = columns.get(index) ?? new Set(rows.map(({ cells }) => cells[index]?.shown));
    columns.set(index, shown);
    return shown.has(text);
  };
}

/** A file can have a row as often as it has rows, when somebody has filled its mark down a whole sheet. */
function rowsByKey(rows: readonly LocatedRow[]): Map<string, LocatedRow[]> {
  const byKey = new Map<string, LocatedRow[]>();
  for (const row of rows) {
    if (row.key === null) continue;
    const found = byKey.get(row.key);
    if (found === undefined) byKey.set(row.key, [row]);
    else found.push(row);
  }
  return byKey;
}

/** Several readings as one, in their order. */
export function together(readings: readonly RowsReading[]): RowsReading {
  return {
    changes: readings.flatMap(({ changes }) => changes),
    notTaken: readings.flatMap(({ notTaken }) => notTaken),
    remarks: readings.flatMap(({ remarks }) => remarks),
  };
}

function missing(
  plan: ReturnSheet,
  base: BaseSheet,
  { columns }: LocatedCells,
  rows: readonly LocatedRow[],
): Untaken[] {
  const entry = (reason: string): Untaken => ({ sheet: plan.name, cell: '', value: '', reason });
  const seen = columns.get(base.key);
  if (seen === undefined) return [entry('The sheet is not in the file any more. Nothing of it was changed.')];
  const gone = plan.columns
    .filter(({ key }) => !seen.has(key))
    .map(({ header }) =>
      entry(`The column “${header}” is not in the file any more. Nothing of it was changed.`),
    );
  const found = new Set(rows.map(({ key }) => key));
  const lost = base.rows
    .filter(({ key, entityId }) => (entityId !== null || base.key === 'cover') && !found.has(key))
    .map(({ cells }) =>
      entry(
        `The row “${cells
          .map(({ shown }) => shown)
          .filter((text) => text !== '')
          .slice(0, 2)
          .join(' ')
          .slice(0, 120)}” is not in the file any more. Nothing of it was changed.`,
      ),
    );
  return [...gone, ...lost];
}
