import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { growingFile } from './growingFile.ts';
import { inflated } from './inflated.ts';
import { partSum } from '../zip/partSum.ts';
import { readSheets, type ReadableSheet, type SheetsRead } from './readSheets.ts';
import { wholeText } from './wholeText.ts';
import { dateStyles } from './workbookParts.ts';

export const STYLES_PATH = 'xl/styles.xml';

/** A part that was read, by what tells whether the finished file still holds just that. */
export type PartRead = {
  readonly path: string;
  /** SHA-256 of its bytes as they are in the file. */
  readonly packed: string;
  readonly size: number;
  readonly checkSum: number;
};

/** What was read before the file was finished. */
export type EarlyRead = SheetsRead & { readonly parts: readonly PartRead[] };

/** Reads the sheets of a workbook off the disk, each as soon as some of it is there. */
export async function readWhileWritten(
  file: Pick<ReturnType<typeof growingFile>, 'bytes'>,
  sheets: readonly ReadableSheet[],
  onRows: (rows: number) => void,
): Promise<EarlyRead> {
  const parts: PartRead[] = [];

  async function* contentOf(path: string): AsyncGenerator<Buffer> {
    const packed = createHash('sha256');
    const sum = partSum();
    const bytes = passing(file.bytes(path), (some) => packed.update(some));
    yield* passing(inflated(Readable.from(bytes, { objectMode: false })), sum.add);
    parts.push({ path, packed: packed.digest('hex'), size: sum.size(), checkSum: sum.checkSum() });
  }

  const dates = dateStyles(await wholeText(contentOf(STYLES_PATH)));
  return { ...(await readSheets(sheets, contentOf, dates, onRows)), parts };
}

async function* passing(all: AsyncIterable<Buffer>, take: (bytes: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const bytes of all) {
    take(bytes);
    yield bytes;
  }
}
