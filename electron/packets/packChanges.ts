import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw, createInflateRaw } from 'node:zlib';
import { z } from 'zod';
import { partSum } from '../zip/partSum.ts';
import { packetLimits } from './packetLimits.ts';
import { packetManifestSchema } from './packetManifest.ts';

/** A file with the changes of a packet, as they go into its zip, and what the manifest and the zip say of them. */
export const packedChangesSchema = z.strictObject({
  file: z.string(),
  /** Whether the file has the changes themselves, and not deflated. */
  isStored: z.boolean(),
  checkSum: z.number(),
  changes: packetManifestSchema.shape.changes,
});
export type PackedChanges = z.infer<typeof packedChangesSchema>;

/** Compression that costs little; what people write shrinks to a fifth. */
const COMPRESSION = 3;
/** Lines are packed together in pieces of about this many characters, by another thread while the next are put together. */
const PIECE = 128 * 1024;
const PACKED_PIECE = 64 * 1024;

/**
 * Packs changes, each already spelled as one line of JSON, into a file that must not exist yet, one a line. Others have their
 * turn between pieces, each of a millisecond or two.
 */
export async function packChanges(
  lines: Iterable<string>,
  file: string,
  signal?: AbortSignal,
): Promise<PackedChanges> {
  const hash = createHash('sha256');
  const sum = partSum();
  let count = 0;
  function* pieces(): Generator<Buffer> {
    let held = '';
    const taken = (): Buffer => {
      const piece = Buffer.from(held, 'utf8');
      held = '';
      hash.update(piece);
      sum.add(piece);
      return piece;
    };
    for (const line of lines) {
      count += 1;
      held += `${line}\n`;
      if (held.length > PIECE) yield taken();
    }
    if (held !== '') yield taken();
  }
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  await pipeline(
    Readable.from(pieces(), { objectMode: false, highWaterMark: PIECE }),
    createDeflateRaw({ level: COMPRESSION, chunkSize: PACKED_PIECE }),
    target,
    signal === undefined ? {} : { signal },
  );
  const changes = { count, bytes: sum.size(), sha256: hash.digest('hex') };
  const packed = { file, isStored: false, checkSum: sum.checkSum(), changes };
  return isSuspicious(changes.bytes, target.bytesWritten) ? unpacked(packed) : packed;
}

/** Endlessly repeated text shrinks further than a reader believes. */
function isSuspicious(bytes: number, packed: number): boolean {
  return bytes > packetLimits.unpackedFrom && bytes / packed > packetLimits.ratio / 2;
}

async function unpacked(packed: PackedChanges): Promise<PackedChanges> {
  const file = `${packed.file}-unpacked`;
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  await pipeline(createReadStream(packed.file), createInflateRaw({ chunkSize: PIECE }), target);
  return { ...packed, file, isStored: true };
}
