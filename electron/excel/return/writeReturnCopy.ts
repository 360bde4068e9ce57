import type { Worksheet } from 'exceljs';
import Workbook from 'exceljs/lib/doc/workbook.js';
import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { oneCell } from '../../../shared/domain/exportModel/cellText.ts';
import { excelEscape } from '../../../shared/domain/exportModel/excelEscape.ts';
import { gradeLabel, gradeValues } from '../../../shared/domain/gradeScale.ts';
import type { BaseSheet, ReturnManifest } from '../../../shared/domain/returnWorkbook/returnManifest.ts';
import { markText } from '../../../shared/domain/returnWorkbook/returnMark.ts';
import { returnSheet, type ReturnSheet } from '../../../shared/domain/returnWorkbook/returnSheets.ts';
import { headerAndFooter } from '../headerAndFooter.ts';
import { rowHeight } from '../rowHeight.ts';
import { LISTS_MARK, manifestCells } from './hiddenManifest.ts';
import { dropDowns } from './dropDowns.ts';
import { settleRowHeights } from './settleRowHeights.ts';
import { FIRST_ROW, HEADER_ROW, MARKS_ROW } from './returnLayout.ts';
import { returnStyles } from './returnStyles.ts';
import { validateRange } from '../validateRange.ts';

/** In points: room to see that something can be written there. */
const LEAST_HEIGHT = 20;
const DATA_SHEET = 'Program data';
const LISTS_SHEET = 'Program lists';

/**
 * A workbook to fill in as an .xlsx file: the cells that are asked for unlocked, everything else locked, and out of sight
 * the marks by which rows and columns are known and what every cell held.
 *
 * The locks have no password: they guard against slips. What comes back is compared with what was sent.
 */
export async function writeReturnCopy(manifest: ReturnManifest, marking: string): Promise<Buffer> {
  const workbook = new Workbook();
  const made = new Date(manifest.madeAt);
  workbook.creator = manifest.partnership;
  workbook.lastModifiedBy = manifest.partnership;
  workbook.created = made;
  workbook.modified = made;
  workbook.title = `${returnSheet('cover').title}: ${manifest.partnership}, ${manifest.round}`;
  workbook.keywords = oneCell(marking);
  workbook.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  const lists = {
    grade: gradeValues.map(gradeLabel).toReversed(),
    'evidence-kind': evidenceKinds.map(evidenceKindWord),
    'quality-indicator': manifest.choices.qualityIndicators.map(({ label }) => label),
    outcome: manifest.choices.outcomes.map(({ label }) => label),
  };
  for (const sheet of manifest.sheets) {
    const worksheet = workbook.addWorksheet(returnSheet(sheet.key).name);
    paintSheet(worksheet, sheet, { marking, partnership: manifest.partnership, round: manifest.round });
    await protect(worksheet, sheet);
    const plan = returnSheet(sheet.key);
    for (const dropDown of dropDowns(plan, sheet, LISTS_SHEET, lists))
      validateRange(worksheet, dropDown.range, dropDown.rule);
  }
  writeColumns(workbook.addWorksheet(LISTS_SHEET, { state: 'veryHidden' }), [
    [LISTS_MARK],
    ...Object.values(lists),
  ]);
  writeColumns(workbook.addWorksheet(DATA_SHEET, { state: 'veryHidden' }), [manifestCells(manifest)]);
  return settleRowHeights(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function paintSheet(
  worksheet: Worksheet,
  sheet: BaseSheet,
  about: { readonly marking: string; readonly partnership: string; readonly round: string },
): void {
  const plan = returnSheet(sheet.key);
  const markColumn = plan.columns.length + 1;
  worksheet.columns = [...plan.columns.map(({ width }) => ({ width })), { width: 12, hidden: true }];
  put(worksheet, 1, 1, plan.title, returnStyles.title);
  put(worksheet, 2, 1, plan.about, returnStyles.about);
  worksheet.getRow(1).height = 30;
  for (const [index, { key, header }] of plan.columns.entries()) {
    put(
      worksheet,
      MARKS_ROW,
      index + 1,
      markText({ what: 'column', sheet: sheet.key, key }),
      returnStyles.mark,
    );
    put(worksheet, HEADER_ROW, index + 1, header, returnStyles.header);
  }
  put(worksheet, MARKS_ROW, markColumn, markText({ what: 'sheet', sheet: sheet.key }), returnStyles.mark);
  worksheet.getRow(MARKS_ROW).hidden = true;
  for (const [index, { key, cells }] of sheet.rows.entries()) {
    const row = FIRST_ROW + index;
    for (const [column, { shown, records }] of cells.entries()) {
      put(worksheet, row, column + 1, shown, records === null ? returnStyles.shown : returnStyles.fillIn);
    }
    worksheet.getRow(row).height = Math.max(
      LEAST_HEIGHT,
      rowHeight(
        cells.map(({ shown }) => shown),
        plan.columns,
      ),
    );
    put(worksheet, row, markColumn, markText({ what: 'row', sheet: sheet.key, key }), returnStyles.mark);
  }
  const last = FIRST_ROW + sheet.rows.length - 1;
  if (sheet.key !== 'cover' && sheet.rows.length > 0) {
    // The marks are within, so that sorting moves them along.
    worksheet.autoFilter = { from: { row: HEADER_ROW, column: 1 }, to: { row: last, column: markColumn } };
  }
  worksheet.views = [
    {
      state: 'frozen',
      xSplit: frozenColumns(plan),
      ySplit: sheet.key === 'cover' ? 0 : HEADER_ROW,
      showGridLines: false,
    },
  ];
  printSetUp(worksheet, sheet, about);
}

function frozenColumns({ key }: ReturnSheet): number {
  if (key === 'cover') return 0;
  return key === 'grades' || key === 'answers' ? 2 : 1;
}

function put(worksheet: Worksheet, row: number, column: number, text: string, style: object): void {
  const cell = worksheet.getCell(row, column);
  // exceljs writes texts as they are; a text that looks like Excel's spelling of a sign has to be spelt out.
  if (text !== '') cell.value = excelEscape(text);
  cell.style = style;
}

function protect(worksheet: Worksheet, { key }: BaseSheet): Promise<void> {
  const grows = key === 'evidence' || key === 'actions';
  return worksheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
    insertRows: grows,
  });
}

function writeColumns(worksheet: Worksheet, columns: readonly (readonly string[])[]): void {
  for (const [column, texts] of columns.entries()) {
    for (const [row, text] of texts.entries()) put(worksheet, row + 1, column + 1, text, returnStyles.mark);
  }
}

function printSetUp(
  worksheet: Worksheet,
  { key }: BaseSheet,
  about: Parameters<typeof headerAndFooter>[0],
): void {
  Object.assign(worksheet.pageSetup, {
    paperSize: 9,
    orientation: key === 'cover' ? 'portrait' : 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  });
  if (key !== 'cover') worksheet.pageSetup.printTitlesRow = `${HEADER_ROW}:${HEADER_ROW}`;
  Object.assign(worksheet.headerFooter, headerAndFooter(about));
}
