import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchHeading, benchLine } from './benchTable.ts';
import { makeBenchWorkbook } from './benchWorkbook.ts';
import type { Bench } from './measures/measure.ts';
import { measures, withoutFloor } from './measures/measures.ts';
import { runMeasure } from './runMeasure.ts';

/**
 * `npm run bench`: measures the workbook beside its floors in the same run and prints a table. Times depend on the
 * machine, ratios hardly. It fails only when something can't be run, never because it was slow.
 *
 * `BENCH_SIZES=1000,10000` chooses how many pieces of evidence, `BENCH_ONLY=saves,search` what is measured,
 * `BENCH_FOLDER` where the workbooks are made (the disk that is measured).
 */
const sizes = (process.env['BENCH_SIZES'] ?? '1000,10000,100000').split(',').map(Number);
const chosen = (process.env['BENCH_ONLY'] ?? [...Object.keys(measures), 'export'].join(',')).split(',');
const root = mkdtempSync(path.join(process.env['BENCH_FOLDER'] ?? os.tmpdir(), 'workbook-bench-'));

try {
  console.log(benchHeading());
  for (const pieces of sizes) {
    const bench: Bench = {
      folder: path.join(root, String(pieces)),
      pieces,
      workFolder: path.join(root, 'work'),
    };
    mkdirSync(bench.workFolder, { recursive: true });
    makeBenchWorkbook(bench.folder, pieces);
    for (const name of Object.keys(measures).filter((measure) => chosen.includes(measure)))
      printMeasure(name, bench);
    rmSync(bench.folder, { recursive: true, force: true });
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}

function printMeasure(name: string, bench: Bench): void {
  const { timings, megabytes } = runMeasure(name, bench, false);
  if (timings.length === 0) return console.log(`${name}: not measured here; it needs Electron and a screen`);
  const floor = withoutFloor.has(name) ? undefined : runMeasure(name, bench, true).megabytes;
  for (const timing of timings) {
    const memory = timing.megabytes ?? (floor === undefined ? undefined : { ours: megabytes, floor });
    console.log(benchLine(bench.pieces, timing, memory));
  }
}
