import { closeSync, createWriteStream, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw } from 'node:zlib';
import { makeWorkbookOf, recordsAbout } from '../benchWorkbook.ts';
import { bareCopy } from './bareCopy.ts';
import { finishedJob } from './finishedJob.ts';
import { type Bench, type Timing, timed } from './measure.ts';
import { openChecked } from './openChecked.ts';

const ROUNDS = 3;
const AIMED_FROM = 100_000;
/** As the packets of the program are compressed. */
const COMPRESSION = 3;

/**
 * A packet of a workbook with as many changes as the size says, without files: written, synced, read back and checked. The
 * floor reads the log once and writes it out as one compressed file, synced.
 */
export async function measurePacketOut(bench: Bench, floorOnly: boolean): Promise<readonly Timing[]> {
  const folder = path.join(bench.workFolder, `out-${process.pid}`);
  mkdirSync(bench.workFolder, { recursive: true });
  makeWorkbookOf(folder, recordsAbout(0, bench.pieces));
  const bare = bareCopy({ ...bench, folder });
  const file = path.join(bench.workFolder, 'out not encrypted.cjpacket');
  const ours = floorOnly ? undefined : await openChecked(folder);
  const timing = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    timing.floor.push(await timed(() => writeBare(bare, file)));
    rmSync(file);
    if (ours === undefined) continue;
    timing.ours.push(
      await timed(async () => {
        const part = { kind: 'everything' } as const;
        const order = { part, attachments: true, passphrase: null, path: file };
        await finishedJob(ours.call, (await ours.call('start-hand-over', order)).job);
      }),
    );
    rmSync(file);
  }
  await ours?.close();
  bare.close();
  rmSync(folder, { recursive: true, force: true });
  const aim = bench.pieces >= AIMED_FROM ? 3 : null;
  const floorIs = 'log read once, written compressed, synced';
  return [{ what: `Packet of ${bench.pieces.toLocaleString('en-GB')} out`, ...timing, floorIs, aim }];
}

async function writeBare(database: ReturnType<typeof bareCopy>, file: string): Promise<void> {
  const rows = database
    .prepare<[], string>(
      `SELECT substr(body, 1, length(body) - 1) || ',"hash":"' || hash || '"}' FROM change_record ORDER BY sequence`,
    )
    .pluck();
  function* pieces(): Generator<string> {
    let piece = '';
    for (const line of rows.iterate()) {
      piece += `${line}\n`;
      if (piece.length < 256 * 1024) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  }
  await pipeline(Readable.from(pieces()), createDeflateRaw({ level: COMPRESSION }), createWriteStream(file));
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
