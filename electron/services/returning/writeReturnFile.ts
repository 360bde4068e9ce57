import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readReturned } from '../../../shared/domain/returnWorkbook/readReturned.ts';
import type { ReturnManifest } from '../../../shared/domain/returnWorkbook/returnManifest.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { readSheets } from '../../excel/reader/readSheets.ts';
import { unlockXlsx } from '../../excel/reader/unlockXlsx.ts';
import { takeManifest } from '../../excel/return/hiddenManifest.ts';
import { lockXlsx } from '../../excel/return/lockXlsx.ts';
import { writeReturnCopy } from '../../excel/return/writeReturnCopy.ts';
import type { ReturnCopyTask } from './returnCopyTask.ts';

/**
 * Writes a workbook to fill in beside the place where it goes, opens it again as if it had come back, and answers its
 * SHA-256. To be called on a thread of its own.
 *
 * @throws WorkbookError `check-failed` when what was written does not read as it should.
 */
export async function writeReturnFile({
  manifest,
  marking,
  partPath,
  password,
}: ReturnCopyTask): Promise<string> {
  const plain = await writeReturnCopy(manifest, marking);
  writeFileSync(partPath, password === '' ? plain : lockXlsx(plain, password), {
    flag: 'wx',
    mode: 0o600,
    flush: true,
  });
  const bytes = readFileSync(partPath);
  await readBackUnchanged(bytes, manifest, password);
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file that nobody has touched says nothing new, and nothing in it is left aside. */
async function readBackUnchanged(bytes: Buffer, meant: ReturnManifest, password: string): Promise<void> {
  try {
    const { manifest, sheets } = takeManifest(
      await readSheets(await unlockXlsx(bytes, password === '' ? [] : [password])),
    );
    const reading = readReturned(sheets, manifest, () => '');
    const isSame =
      JSON.stringify(manifest) === JSON.stringify(meant) &&
      reading.changes.length + reading.notTaken.length === 0;
    if (!isSame)
      throw new Error(
        `${reading.changes.length} cells read as changed, ${reading.notTaken.length} as out of place: ${JSON.stringify(reading.notTaken[0]?.reason)}`,
      );
  } catch (cause) {
    throw new WorkbookError(
      'check-failed',
      'The written file was opened again, and it does not read as it should. It was removed. Try again, or choose another place.',
      { cause },
    );
  }
}
