import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { unlockXlsx } from '../../excel/reader/unlockXlsx.ts';
import { lockXlsx } from '../../excel/return/lockXlsx.ts';

/**
 * Writes the finished file once more, protected with a password, reads that back and opens it; the unprotected one is gone
 * afterwards. Blocks its thread for half a second and more.
 *
 * @throws WorkbookError `check-failed` when what was written does not open to the same file.
 */
export async function protectExport(
  { password, plainPath }: { readonly password: string; readonly plainPath: string },
  target: string,
): Promise<void> {
  const plain = readFileSync(plainPath);
  writeFileSync(target, lockXlsx(plain, password), { flag: 'wx', mode: 0o600 });
  rmSync(plainPath);
  try {
    const opened = await unlockXlsx(readFileSync(target), [password]);
    if (!opened.equals(plain)) throw new Error('It opens to another file');
  } catch (cause) {
    throw new WorkbookError(
      'check-failed',
      'The protected file was opened again, and it does not agree with what was meant. It was removed. Try again, or choose another place.',
      { cause },
    );
  }
}
