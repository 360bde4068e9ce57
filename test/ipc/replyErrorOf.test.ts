import { describe, expect, it } from 'vitest';

import { replyErrorOf } from '../../electron/ipc/replyErrorOf.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';

function failure(code: string): Error {
  return Object.assign(new Error(`INSERT INTO record VALUES (1) failed at '/home/someone/workbook.sqlite'`), {
    code,
  });
}

describe('the error that crosses to a page', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['SQLITE_READONLY', 'read-only'],
    ['SQLITE_READONLY_DIRECTORY', 'read-only'],
    ['SQLITE_CANTOPEN', 'read-only'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['SQLITE_CORRUPT', 'damaged'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_BUSY', 'locked'],
    ['SQLITE_BUSY_SNAPSHOT', 'locked'],
    ['EBUSY', 'file-in-use'],
    ['ENOENT', 'not-found'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'internal'],
    ['SQLITE_IOERR_READ', 'internal'],
    ['ECONNREFUSED', 'internal'],
  ])('makes %s into %s, in a plain sentence', (systemCode, code) => {
    const error = replyErrorOf(failure(systemCode));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[A-Z].*\.$/);
    expect(error.message).not.toMatch(/INSERT|SQL|home|\/|E[A-Z]{4}/);
  });

  it('keeps a WorkbookError as it is', () => {
    expect(replyErrorOf(new WorkbookError('stale', 'It has moved on.'))).toEqual({
      code: 'stale',
      message: 'It has moved on.',
    });
  });

  it.each([undefined, null, 'text', 3, {}, { code: 'ENOSPC' }])('makes %s internal', (cause) => {
    expect(replyErrorOf(cause).code).toBe('internal');
  });
});
