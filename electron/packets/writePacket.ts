import { createWriteStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { packetLimits } from './packetLimits.ts';
import type { PacketManifest } from './packetManifest.ts';
import { encrypted } from './passphraseCipher.ts';

export type PacketSource = {
  readonly manifest: PacketManifest;
  /** The changes as they go into the packet, one a line. */
  readonly changesFile: string;
  /** Where the content with a fingerprint lies. */
  readonly attachmentFile: (sha256: string) => string;
};

export type PacketWriting = {
  /** Null for a packet that anybody can read. */
  readonly passphrase: string | null;
  readonly signal?: AbortSignal;
  /** Told now and then how many bytes have gone past, of about `expectedBytes`. */
  readonly onBytes?: (bytes: number) => void;
};

/** Compression that costs little; what people write shrinks to a fifth. */
const COMPRESSION = 3;
/** `-rw-r--r--` of an ordinary file. */
const MODE = 0o100644;

/**
 * Writes a packet to a file that must not exist yet, holding no more than a piece of it in memory. Aborted, or failing, it
 * leaves a part of a file behind for the caller to remove.
 */
export async function writePacket(source: PacketSource, file: string, writing: PacketWriting): Promise<void> {
  const written = await pour(source, file, writing, true, 'wx');
  const attached = source.manifest.attachments.reduce((sum, { bytes }) => sum + bytes, 0);
  const unpacked = source.manifest.changes.bytes;
  // Endlessly repeated text shrinks further than a reader believes; such a packet is written without shrinking it.
  const isSuspicious =
    unpacked > packetLimits.unpackedFrom && unpacked / (written - attached) > packetLimits.ratio / 2;
  if (isSuspicious) await pour(source, file, writing, false, 'w');
}

/** Answers how many bytes the zip has, before it is encrypted. */
async function pour(
  { manifest, changesFile, attachmentFile }: PacketSource,
  file: string,
  { passphrase, signal, onBytes }: PacketWriting,
  compress: boolean,
  flags: 'wx' | 'w',
): Promise<number> {
  const entry = { mtime: new Date(manifest.madeAt), mode: MODE };
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), 'manifest.json', { ...entry, compress });
  zip.addFile(changesFile, 'changes.ndjson', { ...entry, compressionLevel: compress ? COMPRESSION : 0 });
  for (const { sha256 } of manifest.attachments) {
    // Files of evidence are mostly packed already.
    zip.addFile(attachmentFile(sha256), `attachments/${sha256}`, { ...entry, compress: false });
  }
  zip.end();

  let bytes = 0;
  const counter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      onBytes?.(bytes);
      done(null, piece);
    },
  });
  // yazl tells of a file that it can't read on the zip itself, not on the stream.
  zip.on('error', (cause: Error) => counter.destroy(cause));
  const target = createWriteStream(file, { flags, mode: 0o600 });
  const stop = signal === undefined ? {} : { signal };
  // yazl's stream is a PassThrough, which its types don't say.
  const output = zip.outputStream as Readable;
  if (passphrase === null) {
    await pipeline(output, counter, target, stop);
    return bytes;
  }
  const plain = output.pipe(counter);
  output.on('error', (cause) => counter.destroy(cause));
  await pipeline(await encrypted(plain, passphrase), target, stop);
  return bytes;
}
