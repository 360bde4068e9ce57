import path from 'node:path';

const endings: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xltx', '.xltm', '.xlsb', '.xls', '.ods']);

/** Whether a file says by its name that it is a spreadsheet, and so is to be read as a returned workbook. */
export function isExcelFile(file: string): boolean {
  return endings.has(path.extname(file).toLowerCase());
}
