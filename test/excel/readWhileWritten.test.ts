import { closeSync, ftruncateSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { growingFile } from '../../electron/excel/growingFile.ts';
import { readBack } from '../../electron/excel/readBack.ts';
import { readWhileWritten, type EarlyRead } from '../../electron/excel/readWhileWritten.ts';
import { sheetPath } from '../../electron/excel/sheetParts.ts';
import { startReading } from '../../electron/excel/startReading.ts';
import { writeAndReadBack } from '../../electron/excel/writeAndReadBack.ts';
import { writeWorkbook } from '../../electron/excel/writeWorkbook.ts';
import type { WrittenPart } from '../../electron/excel/zipWriter.ts';
import { exportModel } from '../../shared/domain/exportModel/exportModel.ts';
import type { ExportModel, Receipt } from '../../shared/domain/exportModel/sheetModel.ts';
import { exportBenchSource } from '../bench/exportBenchSource.ts';
import { exampleLikeSource } from '../builders/exampleLikeSource.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';

const REGISTER = sheetPath(11);

type Followed = {
  readonly file: string;
  readonly model: ExportModel;
  readonly receipt: Receipt;
  readonly early: Promise<EarlyRead>;
  /** Where each part's packed bytes are. */
  readonly places: ReadonlyMap<string, WrittenPart>;
};

/** Writes a workbook that is read meanwhile, on this thread; `onWhole` is called before the reader hears of a whole part. */
async function followed(onWhole: (part: WrittenPart, file: string) => void = () => {}): Promise<Followed> {
  const file = path.join(temporaryFolder(), 'export.xlsx');
  const model = exportModel(exampleLikeSource());
  const growing = growingFile(file);
  const sheets = model.sheets.map((sheet, index) => ({ ...sheet, path: sheetPath(index + 1) }));
  const early = readWhileWritten(growing, sheets, () => {});
  void early.catch(() => undefined).then(() => growing.close());
  const places = new Map<string, WrittenPart>();
  const receipt = await writeWorkbook(model, file, {
    onWritten(part) {
      places.set(part.name, part);
      if (!part.whole) return;
      onWhole(part, file);
      growing.follow(part);
    },
  });
  return { file, model, receipt, early, places };
}

function compared({ file, model, receipt, early }: Followed): Promise<void> {
  return readBack(file, model, receipt, { earlyRead: () => early });
}

/** Changes one byte of a file, as a failing disk would. */
function flip(file: string, at: number): void {
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 1;
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
}

function middleOf(places: Followed['places'], name: string): number {
  const { from, to } = places.get(name) ?? { from: 0, to: 0 };
  return Math.floor((from + to) / 2);
}

describe('a workbook that is read back while it is being written', () => {
  it('agrees when nothing happened to it, and has been read to its last cell', async () => {
    const written = await followed();
    await expect(compared(written)).resolves.toBeUndefined();
    const { fingerprint, counts, parts } = await written.early;
    expect(fingerprint).toBe(written.receipt.fingerprint);
    expect(Object.fromEntries(counts.map(({ name, count }) => [name, count]))).toMatchObject({ Evidence: 3 });
    expect(parts.map(({ path: part }) => part)).toContain(REGISTER);
  });

  it('is noticed when a byte of a sheet has changed on the disk before it was read', async () => {
    const written = await followed(({ name, from, to }, file) => {
      if (name === REGISTER) flip(file, Math.floor((from + to) / 2));
    });
    await expect(compared(written)).rejects.toMatchObject({ code: 'check-failed' });
  });

  it('is noticed when any sheet, or the looks that tell dates, changed on the disk after it was read', async () => {
    for (const name of [REGISTER, sheetPath(1), 'xl/styles.xml']) {
      const written = await followed();
      await written.early;
      flip(written.file, middleOf(written.places, name));
      await expect(compared(written), name).rejects.toMatchObject({ code: 'check-failed' });
    }
  });

  it('is noticed when the list of parts says another check sum, size or packing than was read', async () => {
    for (const field of [10, 16, 24]) {
      const written = await followed();
      await written.early;
      const bytes = readFileSync(written.file);
      const record = bytes.lastIndexOf(REGISTER) - 46;
      flip(written.file, record + field);
      await expect(compared(written), `byte ${field}`).rejects.toMatchObject({ code: 'check-failed' });
    }
  });

  it('is noticed when it is cut short before or after it was read', async () => {
    const cut = (file: string, size: number): void => {
      const handle = openSync(file, 'r+');
      ftruncateSync(handle, size);
      closeSync(handle);
    };
    const before = await followed(({ name, to }, file) => {
      if (name === REGISTER) cut(file, to - 100);
    });
    await expect(compared(before)).rejects.toMatchObject({ code: 'check-failed' });
    const after = await followed();
    await after.early;
    cut(after.file, middleOf(after.places, REGISTER));
    await expect(compared(after)).rejects.toMatchObject({ code: 'check-failed' });
  });
});

describe('the thread that reads', () => {
  const target = (): string => path.join(temporaryFolder(), 'export.xlsx');

  it('gives the receipt of the workbook, and tells how far it is', async () => {
    const model = exportModel(exportBenchSource(2_500));
    const read: number[] = [];
    const receipt = await writeAndReadBack(model, target(), { onRead: (rows) => read.push(rows) });
    expect(receipt.counts).toEqual(model.expected);
    expect(read.length).toBeGreaterThan(0);
    expect(read).toEqual(read.toSorted((left, right) => left - right));
  });

  it('ends when the writing is stopped in the middle, or the comparing', async () => {
    for (const kind of ['onWritten', 'onRead'] as const) {
      const stop = new AbortController();
      const model = exportModel(exportBenchSource(2_500));
      const written = writeAndReadBack(model, target(), {
        signal: stop.signal,
        [kind]: () => stop.abort(),
      });
      await expect(written, kind).rejects.toThrow();
      expect(process.getActiveResourcesInfo().filter((name) => name === 'MessagePort')).toHaveLength(0);
    }
  });

  it('ends when it is stopped before there is a file', async () => {
    const reading = startReading(target(), exportModel(exampleLikeSource()));
    await reading.stop();
    await expect(reading.finish(() => {})).rejects.toThrow();
  });

  it('is answered for when the file cannot be written', async () => {
    const file = path.join(temporaryFolder(), 'missing', 'export.xlsx');
    await expect(writeAndReadBack(exportModel(exampleLikeSource()), file)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
