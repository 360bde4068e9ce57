import { pipeline, type Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

const PIECE = 64 * 1024;

/** Deflated bytes unpacked, in larger pieces than others give them out: handing on small ones costs more than unpacking. */
export function inflated(packed: Readable): AsyncIterable<Buffer> {
  const unpacking = createInflateRaw({ chunkSize: PIECE });
  // A failure of either is thrown to whoever goes through the bytes.
  pipeline(packed, unpacking, () => undefined);
  return unpacking;
}
