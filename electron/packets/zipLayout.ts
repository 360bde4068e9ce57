import { open } from 'node:fs/promises';
import type { Entry, ZipFile } from 'yauzl';
import { packetLimits } from './packetLimits.ts';
import { damagedPacket, excessivePacket } from './packetRefusal.ts';

const END_BYTES = 22;
const END_SIGNATURE = 0x06054b50;
const LOCAL_HEADER_BYTES = 30;
/** Sizes and check sum that may follow an entry's content: none, or 12 to 24 bytes. */
const DESCRIPTORS: ReadonlySet<number> = new Set([0, 12, 16, 20, 24]);
const FILE_TYPE = 0o170000;
const ORDINARY_FILE = 0o100000;
const STORED = 0;
const DEFLATED = 8;
/** Deferred sizes, the compression's level, and names in UTF-8. Encryption and patches are not among them. */
const FLAGS = 0x080e;

export type ZipEnd = { readonly entries: number; readonly directoryAt: number };

/**
 * Reads the last record of a zip, which must be the end of the file, for one disk, without a comment and with a directory
 * that ends where it begins: nothing may hide before, behind or between.
 */
export async function readZipEnd(file: string): Promise<ZipEnd> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size > packetLimits.file) throw excessivePacket('it is larger than 2 GB');
    if (size < END_BYTES) throw damagedPacket('it ends too early');
    const { buffer: end } = await handle.read(Buffer.alloc(END_BYTES), 0, END_BYTES, size - END_BYTES);
    const entries = end.readUInt16LE(10);
    const directoryBytes = end.readUInt32LE(12);
    const directoryAt = end.readUInt32LE(16);
    const isPlain =
      end.readUInt32LE(0) === END_SIGNATURE &&
      end.readUInt32LE(4) === 0 &&
      end.readUInt16LE(8) === entries &&
      end.readUInt16LE(20) === 0;
    if (!isPlain) throw damagedPacket('its end is missing');
    if (directoryAt + directoryBytes !== size - END_BYTES)
      throw damagedPacket('its directory is not where it should be');
    if (entries > packetLimits.entries) throw excessivePacket('too many entries');
    return { entries, directoryAt };
  } finally {
    await handle.close();
  }
}

/** Refuses an entry that is anything but an ordinary file of a believable size. */
export function refuseOddEntry(entry: Entry): void {
  const what = `entry ${entry.fileName.slice(0, 80)}`;
  const mode = entry.externalFileAttributes >>> 16;
  if (mode !== 0 && (mode & FILE_TYPE) !== ORDINARY_FILE)
    throw damagedPacket(`${what} is not an ordinary file`);
  if ((entry.generalPurposeBitFlag & ~FLAGS) !== 0) throw damagedPacket(`${what} is encrypted or patched`);
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw damagedPacket(`${what} is packed in an unknown way`);
  }
  const { compressedSize, uncompressedSize } = entry;
  if (
    uncompressedSize > packetLimits.unpackedFrom &&
    uncompressedSize > compressedSize * packetLimits.ratio
  ) {
    throw excessivePacket(`${what} unpacks to far more than it is`);
  }
}

/**
 * Refuses entries that overlap, leave room between them, or are named one way in the directory and another way where they
 * lie.
 */
export async function refuseOddLayout(
  zip: ZipFile,
  entries: readonly Entry[],
  { directoryAt }: ZipEnd,
): Promise<void> {
  const inOrder = entries.toSorted(
    (left, right) => left.relativeOffsetOfLocalHeader - right.relativeOffsetOfLocalHeader,
  );
  if (inOrder[0]?.relativeOffsetOfLocalHeader !== 0)
    throw damagedPacket('something lies before its first entry');
  for (const [index, entry] of inOrder.entries()) {
    const local = await zip.readLocalFileHeaderPromise(entry);
    if (!local.fileName.equals(entry.fileNameRaw)) throw damagedPacket('an entry has two names');
    const next = inOrder[index + 1]?.relativeOffsetOfLocalHeader ?? directoryAt;
    const headed =
      entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + local.fileNameLength + local.extraFieldLength;
    if (local.fileDataStart !== headed) throw damagedPacket('an entry is not where it should be');
    if (!DESCRIPTORS.has(next - headed - entry.compressedSize))
      throw damagedPacket('its entries overlap or leave gaps');
  }
}
