import { createHash } from 'node:crypto';
import { expectSame } from './expectSame.ts';
import { STYLES_PATH, type PartRead } from './readWhileWritten.ts';
import type { ZipReader } from './zipReader.ts';

/**
 * Throws unless the finished file holds, at the places that it names itself, just the bytes that were read before it was
 * finished: then what was found in them stands in the file. `paths` are those of its sheets, in order.
 */
export async function expectSameAsReadEarly(
  zip: Pick<ZipReader, 'packed' | 'said'>,
  paths: readonly string[],
  parts: readonly PartRead[],
): Promise<void> {
  expectSame(
    'Parts',
    parts.map(({ path }) => path),
    [STYLES_PATH, ...paths],
  );
  for (const { path, packed, size, checkSum } of parts) {
    expectSame(`What is said of ${path}`, zip.said(path), { isDeflated: true, size, checkSum });
    const hash = createHash('sha256');
    for await (const bytes of await zip.packed(path)) hash.update(bytes);
    expectSame(`Bytes of ${path}`, hash.digest('hex'), packed);
  }
}
