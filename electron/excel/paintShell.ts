import Workbook from 'exceljs/lib/doc/workbook.js';
import type { Worksheet } from 'exceljs';
import { excelEscape } from '../../shared/domain/exportModel/excelEscape.ts';
import type { ExportModel, Sheet } from '../../shared/domain/exportModel/sheetModel.ts';
import { cellStyleNames, cellStyles } from './cellStyles.ts';
import { COVER_SHEET, FIRST_ROW, HEADER_ROW } from './exportLayout.ts';
import { headerAndFooter } from './headerAndFooter.ts';
import { validateRange } from './validateRange.ts';

export const COVER_COLUMNS = [{ width: 28 }, { width: 96 }] as const;

/** Stands for the last row, which is known only when all rows are written. */
export const ROW_TO_COME = 999_999;
const PAPER = { A4: 9, A3: 8 } as const;
/** Excel takes a drop-down list inside the file up to this length. */
const LONGEST_LIST = 255;

/**
 * An .xlsx file with everything but the rows: looks, widths, frozen headers, tables, drop-downs, print set-up, the
 * marking at the head and foot of every page.
 *
 * The first cells of the cover carry one sample of each look, in the order of `cellStyleNames`. A sheet named in
 * `withoutRows` gets no table: Excel knows none without a row.
 */
export async function paintShell(model: ExportModel, withoutRows: ReadonlySet<string>): Promise<Uint8Array> {
  const workbook = new Workbook();
  const made = new Date(model.generatedAt);
  workbook.creator = model.partnership;
  workbook.lastModifiedBy = model.partnership;
  workbook.created = made;
  workbook.modified = made;
  workbook.title = model.cover.title;
  workbook.subject = `Round ${model.round}`;
  workbook.keywords = model.marking;
  workbook.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];

  const cover = workbook.addWorksheet(COVER_SHEET, { views: [{ showGridLines: false }] });
  cover.columns = COVER_COLUMNS.map(({ width }) => ({ width }));
  printSetUp(cover, model, { orientation: 'portrait', paper: 'A4' });
  for (const [index, name] of cellStyleNames.entries()) {
    const sample = cover.getCell(1, index + 1);
    sample.value = name;
    sample.style = cellStyles[name];
  }
  for (const sheet of model.sheets)
    paintSheet(workbook.addWorksheet(sheet.name), sheet, model, withoutRows.has(sheet.name));
  // Unpacked again at once: packing it would be for nothing.
  return new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } }));
}

function paintSheet(worksheet: Worksheet, sheet: Sheet, model: ExportModel, empty: boolean): void {
  worksheet.columns = sheet.columns.map(({ width }) => ({ width }));
  printSetUp(worksheet, model, sheet.print);
  if (empty) {
    worksheet.views = [{ showGridLines: false }];
    return;
  }
  worksheet.views = [
    { state: 'frozen', xSplit: sheet.frozenColumns, ySplit: HEADER_ROW, showGridLines: false },
  ];
  worksheet.pageSetup.printTitlesRow = `${HEADER_ROW}:${HEADER_ROW}`;
  worksheet.addTable({
    name: sheet.table,
    ref: `A${HEADER_ROW}`,
    headerRow: true,
    // Spelt as the cell is that it has to agree with.
    columns: sheet.columns.map(({ header }) => ({ name: excelEscape(header), filterButton: true })),
    rows: [sheet.columns.map(() => '')],
  });
  for (const [index, column] of sheet.columns.entries()) {
    const list = `"${column.choices?.join(',') ?? ''}"`;
    if (column.kind !== 'choice' || list.length > LONGEST_LIST) continue;
    const letter = worksheet.getColumn(index + 1).letter;
    validateRange(worksheet, `${letter}${FIRST_ROW}:${letter}${ROW_TO_COME}`, {
      type: 'list',
      allowBlank: true,
      formulae: [list],
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: column.header,
      error: 'This is not one of the choices of the list. Keep it all the same?',
    });
  }
}

function printSetUp(worksheet: Worksheet, model: ExportModel, print: Sheet['print']): void {
  Object.assign(worksheet.pageSetup, {
    paperSize: PAPER[print.paper],
    orientation: print.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  });
  Object.assign(worksheet.headerFooter, headerAndFooter(model));
}
