import type { ReplyError } from '../../shared/domain/replyErrorSchema.ts';
import { WorkbookError, type ErrorCode } from '../../shared/domain/workbookError.ts';

const diskFull = 'The disk is full, so nothing was saved. Make room on it, then try again.';
const readOnly =
  'This place can’t be written to. Check that the folder still exists and that you may change it.';
const damaged =
  'The workbook’s file is damaged. It was left as it is. Close it and open the newest good backup from the start screen.';
const locked = 'Another program has the workbook open. Close it there, then try again.';
const fileInUse = 'Another program has the file open. Close it there, then try again.';
const notThere = 'A file that was needed is not there any more.';
const internal =
  'Something went wrong inside the program. What was saved before is safe. Details are in the program’s log.';

/** The system's and SQLite's codes that a person can do something about. SQLite's extended codes begin with the plain one. */
const expectedFailures: readonly (readonly [systemCode: RegExp, code: ErrorCode, message: string])[] = [
  [/^SQLITE_(FULL|IOERR_WRITE)\b|^(ENOSPC|EDQUOT)$/, 'disk-full', diskFull],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)|^(EROFS|EACCES|EPERM)$/, 'read-only', readOnly],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'damaged', damaged],
  [/^SQLITE_(BUSY|LOCKED)/, 'locked', locked],
  [/^(EBUSY|ETXTBSY)$/, 'file-in-use', fileInUse],
  [/^ENOENT$/, 'not-found', notThere],
];

/**
 * What may cross to a page or a script of a failure: a code and a plain sentence.
 *
 * A WorkbookError's are its own. SQLite's and the system's errors get a sentence of ours, because theirs hold SQL and
 * paths. Everything else is `internal`.
 */
export function replyErrorOf(cause: unknown): ReplyError {
  if (cause instanceof WorkbookError) return { code: cause.code, message: cause.message };
  const systemCode = systemCodeOf(cause);
  for (const [pattern, code, message] of expectedFailures) {
    if (pattern.test(systemCode)) return { code, message };
  }
  return { code: 'internal', message: internal };
}

function systemCodeOf(cause: unknown): string {
  if (!(cause instanceof Error) || !('code' in cause)) return '';
  return typeof cause.code === 'string' ? cause.code : '';
}
