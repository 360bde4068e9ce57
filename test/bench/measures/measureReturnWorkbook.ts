import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { canonicalForm } from '../../../shared/domain/canonicalForm.ts';
import { evidenceOnly, makeWorkbookOf, sealed } from '../benchWorkbook.ts';
import { openBench } from '../openBench.ts';
import { bareLog } from './bareRecords.ts';
import { finishedJob } from './finishedJob.ts';
import { type Bench, type Timing, timed } from './measure.ts';

/** Rows as a tenth of the size, for the reader takes no more than 50,000. */
const SHARE = 10;
const ROUNDS = 3;
const AIMED_FROM = 100_000;
/** A text that was typed, and not what travels out of sight, which has no full stop. */
const typed = /(<t[^>]*>[^<]{150,}\.)<\/t>/g;

/**
 * A returned workbook with a row for each piece of evidence, every one changed: read, previewed, taken in, with the backup
 * before. The floor unpacks the file, goes over every cell once, and inserts as many changes into the log.
 */
export async function measureReturnWorkbook(bench: Bench, floorOnly: boolean): Promise<readonly Timing[]> {
  const folder = path.join(bench.workFolder, `return-${process.pid}`);
  const rows = Math.round(bench.pieces / SHARE);
  makeWorkbookOf(folder, evidenceOnly(rows));
  const file = await returnedFile(folder);
  const timing = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < (rows < 10_000 ? ROUNDS : 1); round += 1) {
    timing.floor.push(await timed(() => readBare(file, folder, rows)));
    if (floorOnly) continue;
    const copy = `${folder}-${round}`;
    cpSync(folder, copy, { recursive: true });
    timing.ours.push(await timeTakingIn(copy, file, rows));
    rmSync(copy, { recursive: true, force: true });
  }
  for (const place of [folder, file]) rmSync(place, { recursive: true, force: true });
  const what = `Return workbook, ${rows.toLocaleString('en-GB')} rows`;
  const floorIs = 'unpacked, each cell looked at once, bare inserts';
  return [{ what, ...timing, floorIs, aim: bench.pieces >= AIMED_FROM ? 3 : null }];
}

async function returnedFile(folder: string): Promise<string> {
  const file = `${folder}.xlsx`;
  const { call, close } = await openBench(folder);
  await finishedJob(call, (await call('start-return-copy', { path: file })).job);
  await close();
  const parts = unzipSync(readFileSync(file));
  const texts = 'xl/sharedStrings.xml';
  const filled = strFromU8(parts[texts] ?? new Uint8Array()).replaceAll(typed, '$1 And so it is.</t>');
  writeFileSync(file, zipSync({ ...parts, [texts]: strToU8(filled) }, { level: 6 }));
  return file;
}

async function timeTakingIn(folder: string, file: string, rows: number): Promise<number> {
  const { call, close } = await openBench(folder);
  const took = await timed(async () => {
    const { job } = await call('start-consolidation-preview', { paths: [file] });
    await finishedJob(call, job);
    const { preview, total } = await call('read-consolidation-preview', { job: job ?? '' });
    if (total.changes < rows) throw new Error(`${total.changes} changes were read of ${rows}`);
    await finishedJob(call, (await call('start-consolidation', { preview })).job);
  });
  await close();
  return took;
}

function readBare(file: string, folder: string, rows: number): void {
  const parts = unzipSync(readFileSync(file));
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const texts = [...text('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, found]) => found);
  let characters = 0;
  for (const name of Object.keys(parts).filter((part) => part.startsWith('xl/worksheets/sheet'))) {
    for (const [, value = ''] of text(name).matchAll(/<c [^>]*><v>([^<]*)<\/v>/g))
      characters += texts[Number(value)]?.length ?? 0;
  }
  if (characters === 0) throw new Error('There is nothing in the file');
  const copy = path.join(path.dirname(file), 'bare.sqlite');
  const log = bareLog(folder, copy);
  for (let row = 0; row < rows; row += 1) {
    const record = sealed('evidence', String(row), { shows: texts[row] ?? '' });
    log.insert(record, canonicalForm(record));
  }
  log.commit();
  rmSync(copy);
}
