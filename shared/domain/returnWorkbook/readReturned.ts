import { partsOfVoiced } from '../entityIdentity.ts';
import type { Sha256 } from '../sealRecord.ts';
import { WorkbookError } from '../workbookError.ts';
import { filledValue } from './filledValue.ts';
import { locateCells, type LocatedCells } from './locateCells.ts';
import { cellsOf } from './locatedRow.ts';
import type { ReadSheet } from './readCell.ts';
import type { ReturnChange } from './returnChange.ts';
import type { ReturnManifest } from './returnManifest.ts';
import { readReturnedSheet, together } from './readReturnedSheet.ts';
import { AUTHOR_ROW, returnSheet } from './returnSheets.ts';
import { listedUntaken, untakenText, type Untaken } from './untaken.ts';

/** A returned workbook, read: what changed, and everything that was not taken or not taken as it stood. */
export type ReturnReading = {
  /** The name on the cover; empty when nobody filled it in. */
  readonly author: string;
  readonly changes: readonly ReturnChange[];
  readonly notTaken: readonly Untaken[];
  readonly remarks: readonly Untaken[];
};

const LONGEST_NAME = 200;
const COMMENT = 'It is a comment on the cell. What is meant for the workbook has to stand in a cell.';

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
  const author = authorOf(located);
  const { changes, notTaken, remarks } = together(
    manifest.sheets.map((base) => readReturnedSheet(base, located, { manifest, author, sha256 })),
  );
  return {
    author,
    changes,
    // A sheet of figures that somebody added must not keep what was meant for the workbook off the list.
    notTaken: listedUntaken([...notTaken, ...commentsOn(sheets), ...located.notTaken]),
    remarks: listedUntaken(remarks),
  };
}

/** What people say beside a cell is for those who get the file, and no part of an answer. */
function commentsOn(sheets: readonly ReadSheet[]): readonly Untaken[] {
  return sheets.flatMap(({ name, comments }) =>
    comments.map(({ cell, text }) => untakenText({ sheet: name, cell }, text, COMMENT)),
  );
}

/** A file speaks with one voice; records of others could only come from one that was made up. */
function refuseForeignVoices({ sheets, voice }: ReturnManifest): void {
  for (const { key, rows, columns } of sheets) {
    const isVoiced = key === 'answers' || key === 'grades';
    const isSound = rows.every(
      ({ entityId, cells }) =>
        cells.length === columns.length &&
        (!isVoiced || (entityId !== null && partsOfVoiced(entityId)?.voice === voice)),
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
    .filter(({ on, key }) => on.key === 'cover' && key === AUTHOR_ROW)
    .flatMap((row) => cellsOf(row, 'value'));
  for (const { content } of cells) {
    const filled = filledValue('text', content, { qualityIndicators: [], outcomes: [] });
    if ('value' in filled && typeof filled.value === 'string')
      return filled.value.trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME).toWellFormed();
  }
  return '';
}
