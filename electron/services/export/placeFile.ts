import { existsSync, linkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { renameDurably, syncFile, syncFolder } from '../../store/file/durableFile.ts';
import { failureCode } from '../../store/file/fileFailure.ts';

/**
 * Gives a finished file its name, in the same folder. Both its content and its name survive a power cut from then on.
 *
 * @throws WorkbookError `already-exists` when a file of that name is there and may not be replaced.
 */
export function placeFile(part: string, target: string, replace: boolean): void {
  syncFile(part);
  if (replace) return renameDurably(part, target);
  try {
    // A second name, unlike a rename, is refused when the name is taken, even if only since a moment ago.
    linkSync(part, target);
  } catch (cause) {
    if (failureCode(cause) === 'EEXIST') throw alreadyExists(target);
    // Memory sticks know no second names; there, looking first has to do.
    if (existsSync(target)) throw alreadyExists(target);
    return renameDurably(part, target);
  }
  rmSync(part);
  syncFolder(path.dirname(target));
}

/** The refusal to write over a file. */
export function alreadyExists(target: string): WorkbookError {
  return new WorkbookError(
    'already-exists',
    `${path.basename(target)} is there already. Replace it, or choose another name.`,
  );
}
