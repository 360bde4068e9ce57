import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildCoreForBench } from './benchBuild.ts';
import { benchHeading, benchLine } from './benchTable.ts';
import { exportAims, exportBench } from './exportBench.ts';
import type { Bench } from './measures/measure.ts';
import { measures, withOwnWorkbooks, withoutFloor } from './measures/measures.ts';
import { runMeasure } from './runMeasure.ts';

/**
 * `npm run bench`: measures the workbook beside its floors in the same run and prints a table. Times depend on the
 * machine, ratios hardly. It fails only when something can't be run, never because it was slow.
 *
 * `BENCH_SIZES=1000,10000` chooses how many pieces of evidence (for packets: how many changes), `BENCH_ONLY=saves,search` what is measured,
 * `BENCH_FOLDER` where the workbooks are made (the disk that is measured).
 */
const sizes = (process.env['BENCH_SIZES'] ?? '1000,10000,100000').split(',').map(Number);
const chosen = (process.env['BENCH_ONLY'] ?? [...Object.keys(measures), 'export'].join(',')).split(',');
const makeOnce = path.join(import.meta.dirname, 'makeOnce.ts');
const root = mkdtempSync(path.join(process.env['BENCH_FOLDER'] ?? os.tmpdir(), 'workbook-bench-'));

try {
  process.env['BENCH_CORE'] = await buildCoreForBench(path.join(root, 'core'));
  console.log(benchHeading());
  for (const pieces of sizes) {
    const bench: Bench = {
      folder: path.join(root, String(pieces)),
      pieces,
      workFolder: path.join(root, 'work'),
    };
    mkdirSync(bench.workFolder, { recursive: true });
    if (chosen.some((name) => Object.hasOwn(measures, name) && !withOwnWorkbooks.has(name))) {
      // Apart: a process counts the memory of the one that started it as its own.
      execFileSync(process.execPath, [makeOnce, bench.folder, String(pieces)], { stdio: 'inherit' });
    }
    for (const name of Object.keys(measures).filter((measure) => chosen.includes(measure)))
      printMeasure(name, bench);
    if (chosen.includes('export')) await printExport(pieces);
    rmSync(bench.folder, { recursive: true, force: true });
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}

function printMeasure(name: string, bench: Bench): void {
  const result = runMeasure(name, bench, false);
  if (result === null) return noteFailure(name);
  const { timings, megabytes } = result;
  if (timings.length === 0) return console.log(`${name}: not measured here; it needs Electron and a screen`);
  const floor = withoutFloor.has(name) ? undefined : runMeasure(name, bench, true)?.megabytes;
  for (const timing of timings) {
    const memory = timing.megabytes ?? (floor === undefined ? undefined : { ours: megabytes, floor });
    console.log(benchLine(bench.pieces, timing, memory));
  }
}

function noteFailure(name: string): void {
  console.log(`${name}: could not be measured; what it printed is above`);
  process.exitCode = 1;
}

/** An export is measured in rounds of its own; its aims are for a hundred thousand pieces, also one for its memory. */
async function printExport(pieces: number): Promise<void> {
  for (const { ours, floor } of await exportBench([pieces])) {
    const timing = {
      what: 'Export',
      ours: [ours.milliseconds],
      floor: [floor.milliseconds],
      floorIs: `exceljs's streaming writer; memory ratio ${(ours.megabytes / floor.megabytes).toFixed(2)}, aim ≤ ${exportAims.memory}`,
      aim: pieces >= 100_000 ? exportAims.time : null,
    };
    console.log(benchLine(pieces, timing, { ours: ours.megabytes, floor: floor.megabytes }));
  }
}
