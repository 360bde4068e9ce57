import { WorkbookError } from '../../../shared/domain/workbookError.ts';

/** The refusal of a file that does not hold together. `what` goes on from "The workbook can’t be read: ". */
export function damagedXlsx(what: string, cause?: unknown): WorkbookError {
  return new WorkbookError(
    'damaged',
    `The Excel file can’t be read: ${what}. Nothing was taken from it. Ask for it again.`,
    { cause },
  );
}

/** The refusal of a file beyond one of the reader's limits. `what` goes on from "It has ". */
export function excessiveXlsx(what: string): WorkbookError {
  return new WorkbookError('too-large', `The Excel file has ${what}. Nothing was taken from it.`);
}
