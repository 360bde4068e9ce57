import { isUtf8 } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { checkSum } from '../../zip/checkSum.ts';
import { readerLimits } from './readerLimits.ts';
import { damagedXlsx, excessiveXlsx } from './xlsxRefusal.ts';

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** The parts of a file that a stranger may have made. */
export type HostileZip = {
  readonly has: (name: string) => boolean;
  /** A part, which is text in UTF-8; nothing of any other part is unpacked. */
  readonly part: (name: string) => Promise<Buffer>;
  readonly close: () => void;
};

/** Opens a zip in memory. @throws WorkbookError `damaged` or `too-large`. */
export async function openHostileZip(bytes: Buffer): Promise<HostileZip> {
  const zip = await yauzl.fromBufferPromise(bytes, {
    lazyEntries: true,
    strictFileNames: true,
    validateEntrySizes: true,
  });
  const entries = await entriesOf(zip);
  let unpacked = 0;

  return {
    has: (name) => entries.has(name.toLowerCase()),
    async part(name) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) throw damagedXlsx(`the part ${name} is missing`);
      const content = unpack(await packedBytes(zip, entry), entry);
      unpacked += content.length;
      if (unpacked > readerLimits.unpacked) throw excessiveXlsx('more than 120 MB in it');
      if (!isUtf8(content)) throw damagedXlsx(`the part ${name} is not text`);
      return content;
    },
    close: () => zip.close(),
  };
}

/** Case does not tell parts apart in this format, so that two of one name in different case are two of one name. */
async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > readerLimits.parts) throw excessiveXlsx('too many parts');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw damagedXlsx('a part is in it twice');
    if (entries.size >= readerLimits.parts) throw excessiveXlsx('too many parts');
    entries.set(name, entry);
  }
  return entries;
}

async function packedBytes(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw damagedXlsx('a part is encrypted on its own');
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    throw damagedXlsx('a part is packed in an unknown way');
  refuseSize(entry.uncompressedSize, entry.compressedSize);
  const pieces: Buffer[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry, { decodeFileData: false }))
    pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

function unpack(packed: Buffer, entry: Entry): Buffer {
  let content: Buffer;
  try {
    content =
      entry.compressionMethod === STORED
        ? packed
        : inflateRawSync(packed, { maxOutputLength: readerLimits.part });
  } catch (cause) {
    if (cause instanceof RangeError) throw excessiveXlsx('a part of more than 40 MB');
    throw damagedXlsx('a part can’t be unpacked', cause);
  }
  refuseSize(content.length, packed.length);
  if (content.length !== entry.uncompressedSize || checkSum(content) !== entry.crc32) {
    throw damagedXlsx('a part does not agree with its check sum');
  }
  return content;
}

function refuseSize(unpacked: number, packed: number): void {
  if (unpacked > readerLimits.part) throw excessiveXlsx('a part of more than 40 MB');
  if (unpacked > readerLimits.ratioFrom && unpacked > packed * readerLimits.ratio)
    throw excessiveXlsx('a part that unpacks to far more than it is');
}
