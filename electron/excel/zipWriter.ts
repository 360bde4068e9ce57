import { open } from 'node:fs/promises';
import { addAbortSignal } from 'node:stream';
import { createDeflateRaw, type DeflateRaw } from 'node:zlib';
import { partSum } from '../zip/partSum.ts';
import { textBuffer, type TextBuffer } from './textBuffer.ts';
import { descriptor, directory, localHeader, type ZipPart } from '../zip/zipRecords.ts';

/** Almost as small as the usual 6, in half the time: the texts of a workbook are short and alike. */
const COMPRESSION = 3;
/** So many bytes of text are packed at once, by another thread, while the next are being put together. */
const PIECE = 128 * 1024;
const PACKED_PIECE = 64 * 1024;

/** How much of a part's packed content is in the file by now. */
export type WrittenPart = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
};

export type ZipWriterOptions = {
  /** The time that every part carries. */
  readonly modified: Date;
  readonly signal?: AbortSignal | undefined;
  readonly onWritten?: ((part: WrittenPart) => void) | undefined;
};

/** Writes a part's text; between its steps what is gathered is packed. */
export type PartWriter = (out: TextBuffer) => Iterable<unknown>;
/** Adds a part after those before it. */
export type AddPart = (name: string, write: PartWriter) => Promise<void>;

/**
 * Writes a zip file that must not exist yet, a part after the other. Aborted, or failing, it leaves a part of a file
 * behind for the caller to remove.
 */
export async function writeZip(
  file: string,
  { modified, signal, onWritten = () => undefined }: ZipWriterOptions,
  addAll: (add: AddPart) => Promise<void>,
): Promise<void> {
  const output = await open(file, 'wx', 0o600);
  try {
    const parts: ZipPart[] = [];
    let at = 0;
    const write = async (bytes: Uint8Array): Promise<void> => {
      await output.writeFile(bytes);
      at += bytes.length;
    };

    await addAll(async (name, writePart) => {
      const start = at;
      const sum = partSum();
      await write(localHeader(name, modified));
      const from = at;
      await packed(inPieces(writePart, sum.add), signal, async (bytes) => {
        await write(bytes);
        onWritten({ name, from, to: at, whole: false });
      });
      onWritten({ name, from, to: at, whole: true });
      const part = { name, at: start, checkSum: sum.checkSum(), packed: at - from, size: sum.size() };
      parts.push(part);
      await write(descriptor(part));
    });
    await write(directory(parts, at, modified));
  } finally {
    await output.close();
  }
}

/** Hands on the pieces deflated. */
async function packed(
  pieces: Iterable<Piece>,
  signal: AbortSignal | undefined,
  take: (bytes: Buffer) => Promise<void>,
): Promise<void> {
  signal?.throwIfAborted();
  const packing = createDeflateRaw({ level: COMPRESSION, chunkSize: PACKED_PIECE });
  if (signal !== undefined) addAbortSignal(signal, packing);

  async function feed(): Promise<void> {
    let before = Promise.resolve();
    for (const piece of pieces) {
      await before;
      before = packPiece(packing, piece);
    }
    await before;
    packing.end();
  }

  async function drain(): Promise<void> {
    // Nothing but buffers comes out of it.
    for await (const bytes of packing as AsyncIterable<Buffer>) await take(bytes);
  }

  try {
    await Promise.all([feed(), drain()]);
  } finally {
    packing.destroy();
  }
}

type Piece = { readonly bytes: Buffer; readonly done: () => void };

async function packPiece(packing: DeflateRaw, { bytes, done }: Piece): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    packing.write(bytes, (cause) => (cause == null ? resolve() : reject(cause)));
  });
  done();
}

function* inPieces(writePart: PartWriter, onBytes: (bytes: Buffer) => void): Generator<Piece> {
  const ready: Piece[] = [];
  const gathered = textBuffer(PIECE, (bytes, done) => {
    onBytes(bytes);
    ready.push({ bytes, done });
  });
  for (const _step of writePart(gathered)) {
    while (ready.length > 0) yield* ready.splice(0);
  }
  gathered.flush();
  yield* ready;
}
