import { WorkbookError } from '../../../shared/domain/workbookError.ts';

/** The code of a failed system call or SQLite statement, such as `ENOSPC` or `SQLITE_FULL`; undefined for others. */
export function failureCode(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}

/** Whether the failure says that a file or folder is not there. */
export function isMissing(cause: unknown): boolean {
  const code = failureCode(cause);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/**
 * What a failed system call or SQLite statement means for the person, as a WorkbookError; anything else comes back as it
 * is. `place` is the folder or file that the sentence names.
 */
export function explainFileFailure(cause: unknown, place: string): unknown {
  if (cause instanceof WorkbookError) return cause;
  const code = failureCode(cause);
  if (code === undefined) return cause;
  const explained = explanation(code, place);
  return explained === undefined ? cause : new WorkbookError(explained[0], explained[1], { cause });
}

/**
 * As `explainFileFailure`, for the checks that read a workbook with queries known to be right: where SQLite cannot make
 * sense of one of them, it is the file that is damaged.
 */
export function explainReadingFailure(cause: unknown, place: string): unknown {
  if (failureCode(cause) !== 'SQLITE_ERROR') return explainFileFailure(cause, place);
  return new WorkbookError('damaged', damagedSentence(place), { cause });
}

function explanation(
  code: string,
  place: string,
): readonly [ConstructorParameters<typeof WorkbookError>[0], string] | undefined {
  switch (plainCode(code)) {
    // SQLITE_IOERR_WRITE is what a quota or a file size limit looks like to SQLite.
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR_WRITE':
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return ['disk-full', `The disk that holds ${place} is full. Make some room there, then try again.`];
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return [
        'locked',
        `The workbook in ${place} is open in another window or program. Close it there first.`,
      ];
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'SQLITE_READONLY':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return ['read-only', readOnlySentence(place)];
    case 'EBUSY':
      return ['file-in-use', `Another program holds ${place} open. Close it there, then try again.`];
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
    case 'SQLITE_IOERR':
      return ['damaged', damagedSentence(place)];
    default:
      return undefined;
  }
}

/** SQLite's finer codes begin with the plain one: SQLITE_BUSY_RECOVERY is SQLITE_BUSY. */
function plainCode(code: string): string {
  return /^SQLITE_(IOERR_WRITE|[A-Z]+)/.exec(code)?.[0] ?? code;
}

/** The sentence for a place that cannot be written to. */
export function readOnlySentence(place: string): string {
  return `${place} cannot be written to. Copy the whole folder to a place on this computer where you may save files, and open it there.`;
}

/** The sentence for a workbook whose file is damaged. */
export function damagedSentence(place: string): string {
  return `The workbook in ${place} is damaged. Nothing was written to it. Choose one of its backups to go on from.`;
}
