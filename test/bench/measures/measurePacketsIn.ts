import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import { bareLog, insertBare, insertKept, readBare } from './bareRecords.ts';
import { type Bench, type Timing, timed } from './measure.ts';
import { timeTakingIn } from './timeTakingIn.ts';

/** How many packets are taken in together in the second part, each with a tenth of the size. */
const PACKETS = 50;
const ROUNDS = 3;
const AIMED_FROM = 100_000;
const makeOnce = fileURLToPath(new URL('../makePacketsOnce.ts', import.meta.url));
const LOG_ALONE = 'packets read once, bare inserts into the log alone';
const ALL_KEPT = 'packets read once, bare inserts of all rows they end in';

/**
 * One packet into a new workbook, and fifty into one that holds as many changes as the size says: checked, previewed, with
 * the backup before. None of the changes is known, and none is in conflict.
 */
export async function measurePacketsIn(bench: Bench, floorOnly: boolean): Promise<readonly Timing[]> {
  const folder = path.join(bench.workFolder, `packets-${process.pid}`);
  const size = bench.pieces;
  execFileSync(process.execPath, [makeOnce, folder, String(size), String(PACKETS)], { stdio: 'inherit' });
  const [one = '', ...many] = readdirSync(folder)
    .filter((name) => name.endsWith('.cjpacket'))
    .toSorted()
    .map((name) => path.join(folder, name));
  const [empty, full] = [path.join(folder, 'empty'), path.join(folder, 'full')];
  const how = { floorOnly, isAimed: size >= AIMED_FROM };
  const rounds = size < AIMED_FROM ? ROUNDS : 1;
  const timings = [
    ...(await inTurns(`Packet of ${inThousands(size)} in`, empty, [one], rounds, how)),
    ...(await inTurns(`${PACKETS} packets of ${inThousands(size / 10)} in`, full, many, 1, how)),
  ];
  rmSync(folder, { recursive: true, force: true });
  return timings;
}

async function inTurns(
  what: string,
  workbook: string,
  packets: readonly string[],
  rounds: number,
  { floorOnly, isAimed }: { readonly floorOnly: boolean; readonly isAimed: boolean },
): Promise<readonly Timing[]> {
  const times = { ours: [] as number[], logAlone: [] as number[], allKept: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const copy = `${workbook}-${round}`;
    const bare = `${copy}.sqlite`;
    const logAlone = await timed(() => insertBare(packets, bareLog(workbook, bare)));
    times.logAlone.push(logAlone);
    rmSync(bare);
    if (floorOnly) continue;
    cpSync(workbook, copy, { recursive: true });
    times.ours.push(await timeTakingIn(copy, packets, 1));
    const reading = await timed(() => readBare(packets));
    const done = workbookPaths(copy).database;
    times.allKept.push(reading + (await timed(() => insertKept(workbook, bare, done))));
    for (const place of [copy, bare]) rmSync(place, { recursive: true });
  }
  const { ours, logAlone, allKept } = times;
  // What it takes to begin, a thread and a backup, does not grow.
  const aim = isAimed ? 3 : null;
  return [
    { what, ours, floor: floorOnly ? logAlone : allKept, floorIs: ALL_KEPT, aim },
    { what, ours, floor: logAlone, floorIs: LOG_ALONE, aim: null },
  ];
}

function inThousands(count: number): string {
  return count.toLocaleString('en-GB');
}
