import { partsOfVoiced } from '../entityIdentity.ts';
import type { Sha256 } from '../sealRecord.ts';
import { WorkbookError } from '../workbookError.ts';
import { changesOfEntry } from './changedRows.ts';
import { filledValue } from './filledValue.ts';
import { locateCells, type LocatedCells, type LocatedRow } from './locateCells.ts';
import { newRows } from './newRows.ts';
import type { ReadSheet } from './readCell.ts';
import type { ReturnChange } from './returnChange.ts';
import type { BaseSheet, ReturnManifest } from './returnManifest.ts';
import { AUTHOR_ROW, returnSheet, type ReturnSheet } from './returnSheets.ts';
import { listedUntaken, untakenCell, type Untaken } from './untaken.ts';

/** A returned workbook, read: what changed, and everything that was not taken or not taken as it stood. */
export type ReturnReading = {
  /** The name on the cover; empty when nobody filled it in. */
  readonly author: string;
  readonly changes: readonly ReturnChange[];
  readonly notTaken: readonly Untaken[];
  readonly remarks: readonly Untaken[];
};

const LONGEST_NAME = 200;
const ADDED_ROW =
  'This row was added, or has lost its mark. Rows can be added on the sheets Evidence and Actions.';

/**
 * Compares the cells of a returned workbook with what they held when it was made.
 *
 * Matching is by the marks that travel in the file, never by position. Rows, columns and sheets that are missing change
 * nothing and are listed.
 *
 * @throws WorkbookError `damaged` when what travels out of sight does not hold together.
 */
export function readReturned(
  sheets: readonly ReadSheet[],
  manifest: ReturnManifest,
  sha256: Sha256,
): ReturnReading {
  refuseForeignVoices(manifest);
  const located = locateCells(sheets, manifest);
  const changes: ReturnChange[] = [];
  const notTaken: Untaken[] = [...located.notTaken];
  const remarks: Untaken[] = [];
  const author = authorOf(located);
  for (const base of manifest.sheets) {
    const plan = returnSheet(base.key);
    const rows = located.rows.filter(({ sheet }) => sheet === base.key);
    notTaken.push(...missing(plan, base, located, rows));
    const byKey = new Map<string, LocatedRow[]>();
    for (const row of rows) if (row.key !== null) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
    const fresh: LocatedRow[] = [];
    for (const row of base.rows) {
      const found = byKey.get(row.key) ?? [];
      byKey.delete(row.key);
      if (base.key === 'cover' && row.key === AUTHOR_ROW) continue;
      if (row.entityId === null && base.key !== 'cover') {
        fresh.push(...found);
        continue;
      }
      const reading = changesOfEntry(plan, base, row, found, manifest.choices);
      changes.push(...reading.changes);
      notTaken.push(...reading.notTaken);
      remarks.push(...reading.remarks);
    }
    const loose = [...rows.filter(({ key }) => key === null), ...[...byKey.values()].flat()];
    if (base.key === 'evidence' || base.key === 'actions') {
      const reading = newRows(plan, [...fresh, ...loose], { manifest, author, sha256 });
      changes.push(...reading.changes);
      notTaken.push(...reading.notTaken);
      remarks.push(...reading.remarks);
    } else {
      notTaken.push(...loose.flatMap(cellsOf).map((cell) => untakenCell(cell, ADDED_ROW)));
    }
  }
  return { author, changes, notTaken: listedUntaken(notTaken), remarks: listedUntaken(remarks) };
}

/** A file speaks with one voice; records of others could only come from one that was made up. */
function refuseForeignVoices({ sheets, voice }: ReturnManifest): void {
  for (const { key, rows, columns } of sheets) {
    const isVoiced = key === 'answers' || key === 'grades';
    const isSound = rows.every(
      ({ entityId, cells }) =>
        cells.length === columns.length &&
        (entityId === null
          ? key !== 'answers' && key !== 'grades'
          : !isVoiced || partsOfVoiced(entityId)?.voice === voice),
    );
    const isKnown =
      columns.join() ===
      returnSheet(key)
        .columns.map((column) => column.key)
        .join();
    if (!isSound || !isKnown) {
      throw new WorkbookError(
        'damaged',
        'What travels out of sight in this file does not hold together. Nothing was taken from it. Ask for the file again.',
      );
    }
  }
}

function authorOf({ rows }: LocatedCells): string {
  const cells = rows
    .filter(({ sheet, key }) => sheet === 'cover' && key === AUTHOR_ROW)
    .flatMap((row) => row.cells.get('value') ?? []);
  for (const { content } of cells) {
    const filled = filledValue('text', content, { qualityIndicators: [], outcomes: [] });
    if ('value' in filled && typeof filled.value === 'string')
      return filled.value.trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME).toWellFormed();
  }
  return '';
}

function missing(
  plan: ReturnSheet,
  base: BaseSheet,
  { columns }: LocatedCells,
  rows: readonly LocatedRow[],
): readonly Untaken[] {
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

function cellsOf({ cells }: LocatedRow) {
  return [...cells.values()].flat().filter(({ content }) => content !== undefined);
}
