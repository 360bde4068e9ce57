import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import { canonicalForm } from '../../../shared/domain/canonicalForm.ts';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { evidenceOnly, makeWorkbookOf, sealed } from '../benchWorkbook.ts';
import { openBench } from '../openBench.ts';
import { bareLog, writeChanged } from './bareRecords.ts';
import { finishedJob } from './finishedJob.ts';
import { type Bench, type Timing, timed } from './measure.ts';
import { timeTakingIn } from './timeTakingIn.ts';

/** Rows as a tenth of the size, for the reader takes no more than 50,000. */
const SHARE = 10;
const ROUNDS = 3;
const AIMED_FROM = 100_000;
const LOG_ALONE = 'unpacked, parsed once, bare inserts into the log alone';
const ALL_KEPT = 'unpacked, parsed once, bare writes of all rows they end in';
/** A long text on a piece of evidence, and not what travels out of sight, which has no full stop. */
const longText = /(<t[^>]*>[^<]{150,}\.)<\/t>/g;
/** What somebody typed at the end of each of them. */
const TYPED = ' And so it is.';

/**
 * A returned workbook with a row for each piece of evidence, every one changed: read, previewed, taken in, with the backup
 * before. The floors read the file once and write what changed, into the log alone or wherever a workbook keeps it.
 */
export async function measureReturnWorkbook(bench: Bench, floorOnly: boolean): Promise<readonly Timing[]> {
  const folder = path.join(bench.workFolder, `return-${process.pid}`);
  const rows = Math.round(bench.pieces / SHARE);
  makeWorkbookOf(folder, evidenceOnly(rows));
  const file = await returnedFile(folder);
  const bare = `${folder}.sqlite`;
  const times = { ours: [] as number[], logAlone: [] as number[], allKept: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.logAlone.push(
      await timed(() => {
        const records = readBare(file, rows);
        const log = bareLog(folder, bare);
        for (const record of records) log.insert(record, canonicalForm(record));
        log.commit();
      }),
    );
    rmSync(bare);
    if (floorOnly) continue;
    const copy = `${folder}-${round}`;
    cpSync(folder, copy, { recursive: true });
    times.ours.push(await timeTakingIn(copy, [file], rows));
    const done = workbookPaths(copy).database;
    const reading = await timed(() => readBare(file, rows));
    times.allKept.push(reading + (await timed(() => writeChanged(folder, bare, done))));
    for (const place of [copy, bare]) rmSync(place, { recursive: true });
  }
  for (const place of [folder, file]) rmSync(place, { recursive: true, force: true });
  const { ours, logAlone, allKept } = times;
  const what = `Return workbook, ${rows.toLocaleString('en-GB')} rows`;
  const aim = bench.pieces >= AIMED_FROM ? 3 : null;
  return [
    { what, ours, floor: floorOnly ? logAlone : allKept, floorIs: ALL_KEPT, aim },
    { what, ours, floor: logAlone, floorIs: LOG_ALONE, aim: null },
  ];
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

/**
 * A change for each text that was typed at. With a parser: a pattern takes less time than any reading of XML, and gets texts
 * with signs such as & wrong.
 */
function readBare(file: string, rows: number): readonly ChangeRecord[] {
  const parts = unzipSync(readFileSync(file));
  const texts: string[] = [];
  eachText(parts['xl/sharedStrings.xml'], 't', (text) => void texts.push(text));
  const changed: ChangeRecord[] = [];
  for (const name of Object.keys(parts).filter((part) => part.startsWith('xl/worksheets/sheet'))) {
    eachText(parts[name], 'v', (value) => {
      const shows = texts[Number(value)] ?? '';
      if (shows.endsWith(TYPED)) changed.push(sealed('evidence', String(changed.length), { shows }));
    });
  }
  if (changed.length !== rows) throw new Error(`The floor found ${changed.length} changes of ${rows}`);
  return changed;
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
