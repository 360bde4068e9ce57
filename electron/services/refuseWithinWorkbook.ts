import path from 'node:path';
import { WorkbookError } from '../../shared/domain/workbookError.ts';

/**
 * Nothing but the workbook itself may lie in its folder: a file written there could take the place of a part of it.
 *
 * @throws WorkbookError `unsafe-folder`.
 */
export function refuseWithinWorkbook(folder: string, target: string): void {
  const way = path.relative(path.resolve(folder), path.resolve(target));
  const [first] = way.split(path.sep);
  if (first === '..' || path.isAbsolute(way)) return;
  throw new WorkbookError(
    'unsafe-folder',
    'That is the folder in which the workbook itself is kept. Choose another place.',
  );
}
