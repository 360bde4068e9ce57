import { createReadStream, statSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { partSum } from '../zip/partSum.ts';
import { descriptor, directory, localHeader, type ZipPart } from '../zip/zipRecords.ts';
import type { PackedChanges } from './packChanges.ts';
import type { PacketManifest } from './packetManifest.ts';

export type PacketSource = {
  readonly manifest: PacketManifest;
  readonly packed: PackedChanges;
  /** Where the content with a fingerprint lies. */
  readonly attachmentFile: (sha256: string) => string;
};

type Content = Iterable<Buffer> | AsyncIterable<Buffer>;
type Sums = Pick<ZipPart, 'checkSum' | 'packed' | 'size'>;

/** Read from a file at once. */
const PIECE = 256 * 1024;

/** The bytes of a packet's zip, one after the other, holding no more than a piece of it. */
export async function* packetZip({ manifest, packed, attachmentFile }: PacketSource): AsyncGenerator<Buffer> {
  const modified = new Date(manifest.madeAt);
  const parts: ZipPart[] = [];
  let at = 0;

  async function* part(
    name: string,
    isStored: boolean,
    content: Content,
    sums: () => Sums,
  ): AsyncGenerator<Buffer> {
    const start = at;
    const header = localHeader(name, modified, isStored);
    at += header.length;
    yield header;
    for await (const bytes of content) {
      at += bytes.length;
      yield bytes;
    }
    const written = { name, at: start, isStored, ...sums() };
    parts.push(written);
    const end = descriptor(written);
    at += end.length;
    yield end;
  }

  const list = Buffer.from(JSON.stringify(manifest));
  const packedList = deflateRawSync(list);
  const listSum = partSum();
  listSum.add(list);
  yield* part('manifest.json', false, [packedList], () => ({
    checkSum: listSum.checkSum(),
    packed: packedList.length,
    size: list.length,
  }));

  yield* part('changes.ndjson', packed.isStored, piecesOf(packed.file), () => ({
    checkSum: packed.checkSum,
    packed: statSync(packed.file).size,
    size: packed.changes.bytes,
  }));

  for (const { sha256 } of manifest.attachments) {
    // Files of evidence are mostly packed already.
    const sum = partSum();
    const content = summed(piecesOf(attachmentFile(sha256)), sum.add);
    yield* part(`attachments/${sha256}`, true, content, () => ({
      checkSum: sum.checkSum(),
      packed: sum.size(),
      size: sum.size(),
    }));
  }

  yield directory(parts, at, modified);
}

/** Its pieces are buffers, as no encoding is asked for. */
function piecesOf(file: string): AsyncIterable<Buffer> {
  return createReadStream(file, { highWaterMark: PIECE }) as AsyncIterable<Buffer>;
}

async function* summed(pieces: AsyncIterable<Buffer>, add: (bytes: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const bytes of pieces) {
    add(bytes);
    yield bytes;
  }
}
