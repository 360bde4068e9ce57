import { createInflateRaw } from 'node:zlib';
import yauzl, { type Entry } from 'yauzl';

/** What a file may hold before it is not read: our own export of a hundred thousand rows stays far below. */
const MOST_ENTRIES = 2_000;
const LARGEST_ENTRY = 2 * 1024 ** 3;
const PIECE = 64 * 1024;
const LARGEST_TEXT = 64 * 1024 ** 2;

/** The entries of a zip file, opened for reading. */
export type ZipReader = {
  readonly names: readonly string[];
  /** An entry's text in pieces. */
  readonly pieces: (name: string) => AsyncIterable<string>;
  /** A small entry's whole text. */
  readonly text: (name: string) => Promise<string>;
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

  async function* pieces(name: string): AsyncGenerator<string> {
    const entry = entries.get(name);
    if (entry === undefined) throw new Error(`The part ${name} is missing`);
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    // Inflated here and not by yauzl, which gives it out in pieces of 16 KB: handing those on costs more than inflating.
    const stream =
      entry.compressionMethod === 8 ? packed.pipe(createInflateRaw({ chunkSize: PIECE })) : packed;
    packed.on('error', (cause) => stream.destroy(cause));
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let size = 0;
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      size += bytes.length;
      if (size > entry.uncompressedSize) break;
      yield decoder.decode(bytes, { stream: true });
    }
    if (size !== entry.uncompressedSize) throw new Error(`${name} is not as long as the file says`);
    yield decoder.decode();
  }

  return {
    names: [...entries.keys()],
    pieces,
    async text(name) {
      let text = '';
      for await (const piece of pieces(name)) {
        text += piece;
        if (text.length > LARGEST_TEXT) throw new Error(`${name} is too large`);
      }
      return text;
    },
    close: () => zip.close(),
  };
}
