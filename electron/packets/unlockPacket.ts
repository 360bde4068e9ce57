import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { packetLimits } from './packetLimits.ts';
import { damagedPacket, excessivePacket, noPacket } from './packetRefusal.ts';
import { decrypted, HEADER_BYTES, isEncrypted } from './passphraseCipher.ts';

/** Where a packet can be read: the file itself, or a decrypted copy that the caller removes. */
export type UnlockedPacket = { readonly file: string; readonly wasEncrypted: boolean };

/**
 * Makes a packet readable: an encrypted one is decrypted into `copy`, which must not be there yet.
 *
 * @throws WorkbookError `wrong-passphrase`, `damaged` (also for a file that is no packet at all), `too-large`.
 */
export async function unlockPacket(
  file: string,
  passphrases: readonly string[],
  copy: string,
  signal?: AbortSignal,
): Promise<UnlockedPacket> {
  const start = await startOf(file);
  if (!isEncrypted(start)) {
    if (start.length < 4 || start.toString('latin1', 0, 4) !== 'PK\u0003\u0004') throw noPacket();
    return { file, wasEncrypted: false };
  }
  const plain = await decrypted(start, () => createReadStream(file), passphrases);
  const target = createWriteStream(copy, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(plain, target, signal === undefined ? {} : { signal });
  } catch (cause) {
    if (cause instanceof Error && (cause.name === 'AbortError' || 'syscall' in cause)) throw cause;
    throw damagedPacket('it was altered or cut off after it had been encrypted', cause);
  }
  return { file: copy, wasEncrypted: true };
}

async function startOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new WorkbookError('not-found', `${file} cannot be read. Look whether it is still there.`, {
      cause,
    });
  });
  try {
    const found = await handle.stat();
    if (found.isDirectory())
      throw new WorkbookError('damaged', 'This is a folder. Choose the files that lie in it.');
    if (!found.isFile()) throw damagedPacket('it is not a file');
    if (found.size > packetLimits.file) throw excessivePacket('it is larger than 2 GB');
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
