import { expect, it } from 'vitest';
import { explainFileFailure } from '../../../electron/store/file/fileFailure.ts';

it('SQLite’s finer codes mean what the plain ones mean', () => {
  const table: readonly (readonly [string, string])[] = [
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'disk-full'],
    ['SQLITE_BUSY', 'locked'],
    ['SQLITE_BUSY_RECOVERY', 'locked'],
    ['SQLITE_LOCKED_SHAREDCACHE', 'locked'],
    ['SQLITE_CANTOPEN', 'read-only'],
    ['SQLITE_CANTOPEN_DIRTYWAL', 'read-only'],
    ['SQLITE_READONLY_DIRECTORY', 'read-only'],
    ['SQLITE_IOERR_READ', 'damaged'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_UNIQUE'],
  ];
  for (const [code, expected] of table) {
    const explained = explainFileFailure(Object.assign(new Error(code), { code }), '/workbooks/one');
    expect(explained, code).toMatchObject({ code: expected });
  }
});
