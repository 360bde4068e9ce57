import { describe, expect, it } from 'vitest';
import { explainTargetFailure } from '../../../electron/store/file/explainTargetFailure.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';

function failure(code: string, syscall = 'open'): Error {
  return Object.assign(new Error(code), { code, syscall });
}

describe('a failure to write a file that a person asked for', () => {
  it('is explained by what the person can do about it', () => {
    const table: readonly (readonly [string, string, string])[] = [
      ['ENOSPC', 'write', 'disk-full'],
      ['EDQUOT', 'write', 'disk-full'],
      ['EFBIG', 'write', 'disk-full'],
      ['EBUSY', 'rename', 'file-in-use'],
      ['EPERM', 'rename', 'file-in-use'],
      ['EACCES', 'rename', 'file-in-use'],
      ['EACCES', 'open', 'read-only'],
      ['EROFS', 'open', 'read-only'],
      ['ENOENT', 'open', 'not-found'],
      ['EISDIR', 'rename', 'already-exists'],
    ];
    for (const [code, syscall, expected] of table) {
      const explained = explainTargetFailure(failure(code, syscall), '/reports/export.xlsx');
      expect(explained, code).toBeInstanceOf(WorkbookError);
      expect(explained, code).toMatchObject({
        code: expected,
        message: expect.stringMatching(/export\.xlsx|\/reports/),
      });
    }
  });

  it('is a matter of the name where that is too long', () => {
    expect(explainTargetFailure(failure('ENAMETOOLONG'), '/reports/export.xlsx')).toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(/name of the file is too long/),
    });
  });

  it('stays what it is when it is a bug, or explained already', () => {
    const bug = new Error('A bug');
    const explained = new WorkbookError('check-failed', 'It differs.');
    expect(explainTargetFailure(bug, '/reports/export.xlsx')).toBe(bug);
    expect(explainTargetFailure(explained, '/reports/export.xlsx')).toBe(explained);
  });
});
