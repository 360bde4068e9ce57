import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { canonicalForm } from '../../../shared/domain/canonicalForm.ts';
import { evidenceOnly, makeWorkbookOf, sealed } from '../benchWorkbook.ts';
import { openBench } from '../openBench.ts';
import { bareLog } from './bareRecords.ts';
import { finishedJob } from './finishedJob.ts';
import { type Bench, type Timing, timed } from './measure.ts';
import { timeTakingIn } from './timeTakingIn.ts';

/** Rows as a tenth of the size, for the reader takes no more than 50,000. */
const SHARE = 10;
const ROUNDS = 3;
const AIMED_FROM = 100_000;
/** A long text on a piece of evidence, and not what travels out of sight, which has no full stop. */
const longText = /(<t[^>]*>[^<]{150,}\.)<\/t>/g;
/** What somebody typed at the end of each of them. */
const TYPED = ' And so it is.';

/**
 * A returned workbook with a row for each piece of evidence, every one changed: read, previewed, taken in, with the backup
 * before. The floor reads the file once and inserts the changed texts into the log, and nothing else. Of ten thousand rows
 * both are measured once: what is read a second time is read in half the time, and nobody reads a file twice.
 */
export async function measureReturnWorkbook(bench: Bench, floorOnly: boolean): Promise<readonly Timing[]> {
  const folder = path.join(bench.workFolder, `return-${process.pid}`);
  const rows = Math.round(bench.pieces / SHARE);
  makeWorkbookOf(folder, evidenceOnly(rows));
  const file = await returnedFile(folder);
  const timing = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < (rows < 10_000 ? ROUNDS : 1); round += 1) {
    timing.floor.push(await timed(() => takeInBare(file, folder, rows)));
    if (floorOnly) continue;
    const copy = `${folder}-${round}`;
    cpSync(folder, copy, { recursive: true });
    timing.ours.push(await timeTakingIn(copy, [file], rows));
    rmSync(copy, { recursive: true, force: true });
  }
  for (const place of [folder, file]) rmSync(place, { recursive: true, force: true });
  const what = `Return workbook, ${rows.toLocaleString('en-GB')} rows`;
  const floorIs = 'unpacked, parsed once, bare inserts of the changed texts';
  return [{ what, ...timing, floorIs, aim: bench.pieces >= AIMED_FROM ? 3 : null }];
}

async function returnedFile(folder: string): Promise<string> {
  const file = `${folder}.xlsx`;
  const { call, close } = await openBench(folder);
  await finishedJob(call, (await call('start-return-copy', { path: file })).job);
  await close();
  const parts = unzipSync(readFileSync(file));
  const texts = 'xl/sharedStrings.xml';
  const filled = strFromU8(parts[texts] ?? new Uint8Array()).replaceAll(longText, `$1${TYPED}</t>`);
  writeFileSync(file, zipSync({ ...parts, [texts]: strToU8(filled) }, { level: 6 }));
  return file;
}

// It has a parser too: a pattern takes less time than any reading of XML, and gets texts with signs such as & wrong.
function takeInBare(file: string, folder: string, rows: number): void {
  const parts = unzipSync(readFileSync(file));
  const texts: string[] = [];
  eachText(parts['xl/sharedStrings.xml'], 't', (text) => void texts.push(text));
  const copy = path.join(path.dirname(file), 'bare.sqlite');
  const log = bareLog(folder, copy);
  let changed = 0;
  for (const name of Object.keys(parts).filter((part) => part.startsWith('xl/worksheets/sheet'))) {
    eachText(parts[name], 'v', (value) => {
      const shows = texts[Number(value)] ?? '';
      if (!shows.endsWith(TYPED)) return;
      const record = sealed('evidence', String(changed), { shows });
      log.insert(record, canonicalForm(record));
      changed += 1;
    });
  }
  if (changed !== rows) throw new Error(`The floor found ${changed} changes of ${rows}`);
  log.commit();
  rmSync(copy);
}

/** The text of each element of a name, in their order. */
function eachText(part: Uint8Array | undefined, element: string, onText: (text: string) => void): void {
  const parser = new SaxesParser();
  let text = '';
  parser.on('opentag', () => void (text = ''));
  parser.on('text', (piece) => void (text += piece));
  parser.on('closetag', ({ name }) => void (name === element && onText(text)));
  parser.write(strFromU8(part ?? new Uint8Array())).close();
}
