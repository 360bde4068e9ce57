import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { failureCode } from './fileFailure.ts';

/** What a failure to write a file that a person asked for means for them; anything that is not one comes back as it is. */
export function explainTargetFailure(cause: unknown, target: string): unknown {
  if (cause instanceof WorkbookError) return cause;
  const name = path.basename(target);
  const folder = path.dirname(target);
  switch (failureCode(cause)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new WorkbookError(
        'disk-full',
        `The disk is full: there is no room for ${name} in ${folder}. Make some room, or choose another place.`,
        { cause },
      );
    case 'EBUSY':
    case 'ETXTBSY':
      return new WorkbookError(
        'file-in-use',
        `${name} is open in another program, such as Excel. Close it there, or choose another name.`,
        { cause },
      );
    case 'EPERM':
    case 'EACCES':
      // Windows says the same for a file that Excel holds open and for a folder that one may not write to.
      return isRename(cause)
        ? new WorkbookError(
            'file-in-use',
            `${name} is open in another program, such as Excel, or may not be changed. Close it there, or choose another name.`,
            { cause },
          )
        : readOnly(folder, cause);
    case 'EROFS':
      return readOnly(folder, cause);
    case 'ENOENT':
    case 'ENOTDIR':
      return new WorkbookError('not-found', `There is no folder ${folder}. Choose another place.`, { cause });
    case 'EISDIR':
    case 'EEXIST':
    case 'ENOTEMPTY':
      return new WorkbookError(
        'already-exists',
        `There is a folder called ${name} already. Choose another name.`,
        { cause },
      );
    case 'ENAMETOOLONG':
      return new WorkbookError('invalid-input', 'The name of the file is too long. Choose a shorter one.', {
        cause,
      });
    default:
      return cause;
  }
}

function readOnly(folder: string, cause: unknown): WorkbookError {
  return new WorkbookError('read-only', `Files cannot be saved in ${folder}. Choose another place.`, {
    cause,
  });
}

function isRename(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause && cause.syscall === 'rename';
}
