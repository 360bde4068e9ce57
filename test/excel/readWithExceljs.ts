import { readFileSync } from 'node:fs';
import ExcelJS, { type Workbook } from 'exceljs';

/** Opens a written file with exceljs: a reader that shares nothing with ours. */
export async function openWithExceljs(file: string): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  // exceljs has its own idea of a buffer's type.
  await workbook.xlsx.load(readFileSync(file) as unknown as ExcelJS.Buffer, {
    ignoreNodes: ['dataValidations'],
  });
  return workbook;
}

export type SeenCell = { readonly text: unknown; readonly formula: unknown; readonly format: unknown };

/** What it sees in the cells of a sheet, row by row. */
export async function cellsOf(file: string, sheet: string): Promise<readonly (readonly SeenCell[])[]> {
  const worksheet = (await openWithExceljs(file)).getWorksheet(sheet);
  if (worksheet === undefined) throw new Error(`There is no sheet ${sheet}`);
  return Array.from({ length: worksheet.rowCount }, (_row, row) =>
    Array.from({ length: worksheet.columnCount }, (_cell, column) => {
      const cell = worksheet.getCell(row + 1, column + 1);
      return { text: cell.value, formula: cell.formula, format: cell.numFmt };
    }),
  );
}
