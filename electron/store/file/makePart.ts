import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';

/**
 * Makes a folder within a workbook's folder where it is missing, and never the workbook's own: where somebody has moved that
 * while the workbook is open, files in its old place would be parted from it.
 *
 * @throws WorkbookError `not-found` when the workbook's folder is not there.
 */
export function makePart(part: string): void {
  const folder = path.dirname(part);
  if (!existsSync(folder)) {
    throw new WorkbookError(
      'not-found',
      `The folder ${folder} is not there any more. If it was moved or renamed, close the workbook and open it where it is now.`,
    );
  }
  mkdirSync(part, { recursive: true });
}
