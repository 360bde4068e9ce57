import type { Readable } from 'node:stream';
import yauzl, { type Entry } from 'yauzl';
import { inflated } from './inflated.ts';
import { partSum } from '../zip/partSum.ts';
import { wholeText } from './wholeText.ts';

/** What a file may hold before it is not read: our own export of a hundred thousand rows stays far below. */
const MOST_ENTRIES = 2_000;
const LARGEST_ENTRY = 2 * 1024 ** 3;
const LARGEST_TEXT = 64 * 1024 ** 2;
const DEFLATED = 8;

/** The entries of a zip file, opened for reading. */
export type ZipReader = {
  readonly names: readonly string[];
  /** What an entry holds. Throws at the latest at its end if size or check sum are not what the file says. */
  readonly content: (name: string) => AsyncIterable<Buffer>;
  /** A small entry's whole text. */
  readonly text: (name: string) => Promise<string>;
  /** An entry's bytes as they are in the file. */
  readonly packed: (name: string) => Promise<AsyncIterable<Buffer>>;
  /** What the file says of an entry's content. */
  readonly said: (name: string) => {
    readonly isDeflated: boolean;
    readonly size: number;
    readonly checkSum: number;
  };
  readonly close: () => void;
};

/** Opens a zip file. Throws for one with more or larger entries than are read, and for names that lead out of it. */
export async function openZip(file: string): Promise<ZipReader> {
  const zip = await yauzl.openPromise(file, {
    lazyEntries: true,
    autoClose: false,
    validateEntrySizes: true,
    strictFileNames: true,
  });
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= MOST_ENTRIES) throw new Error('The file has too many parts');
      if (entry.uncompressedSize > LARGEST_ENTRY) throw new Error(`${entry.fileName} is too large`);
      if (entries.has(entry.fileName)) throw new Error(`${entry.fileName} is there twice`);
      entries.set(entry.fileName, entry);
    }
  } catch (cause) {
    zip.close();
    throw cause;
  }

  function entryNamed(name: string): Entry {
    const entry = entries.get(name);
    if (entry === undefined) throw new Error(`The part ${name} is missing`);
    return entry;
  }

  // Nothing but buffers comes out of it.
  const packedBytes = (entry: Entry): Promise<Readable & AsyncIterable<Buffer>> =>
    zip.openReadStreamPromise(entry, { decodeFileData: false });

  async function* content(name: string): AsyncGenerator<Buffer> {
    const entry = entryNamed(name);
    const packed = await packedBytes(entry);
    const sum = partSum();
    for await (const bytes of entry.compressionMethod === DEFLATED ? inflated(packed) : packed) {
      sum.add(bytes);
      if (sum.size() > entry.uncompressedSize) throw new Error(`${name} is longer than the file says`);
      yield bytes;
    }
    if (sum.size() !== entry.uncompressedSize || sum.checkSum() !== entry.crc32)
      throw new Error(`${name} is not what the file says`);
  }

  return {
    names: [...entries.keys()],
    content,
    async text(name) {
      if (entryNamed(name).uncompressedSize > LARGEST_TEXT) throw new Error(`${name} is too large`);
      return wholeText(content(name));
    },
    packed: (name) => packedBytes(entryNamed(name)),
    said(name) {
      const { compressionMethod, uncompressedSize, crc32 } = entryNamed(name);
      return { isDeflated: compressionMethod === DEFLATED, size: uncompressedSize, checkSum: crc32 };
    },
    close: () => zip.close(),
  };
}
