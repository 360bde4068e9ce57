import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildNodeEntries } from '../../electron/build/buildNodeEntries.ts';
import { projectFolder } from '../../electron/build/projectFolder.ts';
import { workerAddresses } from '../../electron/build/workerAddresses.ts';
import type { ExportOnce } from './exportOnce.ts';

/** An export and its floor at one size: medians of the runs. */
export type ExportMeasured = {
  readonly pieces: number;
  readonly ours: ExportOnce;
  readonly floor: ExportOnce;
};

/** At 100,000 pieces: at most this many times exceljs's own streaming writer. */
export const exportAims = { time: 1, memory: 0.5 } as const;

/**
 * Exports workbooks of the given sizes, each several times in a process of its own and in turns with its floor: exceljs's
 * streaming writer writing the same cells with the same looks, without charts, tables, receipt or reading back.
 */
export async function exportBench(sizes: readonly number[], runs = 3): Promise<readonly ExportMeasured[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-bench-export-'));
  try {
    // Bundled, as the product is: reading TypeScript at run time takes more memory than an export.
    const entries = {
      exportOnce: path.join(import.meta.dirname, 'exportOnce.ts'),
      readingWorker: path.join(projectFolder, 'electron/excel/readingWorker.ts'),
    };
    await buildNodeEntries(entries, folder, [workerAddresses()]);
    return sizes.map((pieces) => {
      const rounds = Array.from({ length: runs }, () => ({
        floor: once('floor', pieces, folder),
        ours: once('ours', pieces, folder),
      }));
      return {
        pieces,
        ours: median(rounds.map(({ ours }) => ours)),
        floor: median(rounds.map(({ floor }) => floor)),
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function once(which: 'ours' | 'floor', pieces: number, folder: string): ExportOnce {
  const program = path.join(folder, 'exportOnce.cjs');
  const file = path.join(folder, 'export.xlsx');
  // Printed by exportOnce.ts as exactly this.
  return JSON.parse(
    execFileSync(process.execPath, [program, which, String(pieces), file], {
      encoding: 'utf8',
      cwd: projectFolder,
    }),
  ) as ExportOnce;
}

function median(measured: readonly ExportOnce[]): ExportOnce {
  const middle = (key: keyof ExportOnce): number =>
    measured.map((one) => one[key]).toSorted((left, right) => left - right)[
      Math.floor(measured.length / 2)
    ] ?? 0;
  return {
    milliseconds: middle('milliseconds'),
    readingBack: middle('readingBack'),
    processor: middle('processor'),
    megabytes: middle('megabytes'),
    fileMegabytes: middle('fileMegabytes'),
  };
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  for (const { pieces, ours, floor } of await exportBench(
    sizes.length === 0 ? [1_000, 10_000, 100_000] : sizes,
  )) {
    console.log(
      `${pieces} pieces: ${ours.milliseconds} ms (of them ${ours.readingBack} reading back), ${ours.megabytes} MB, file ${ours.fileMegabytes} MB;` +
        ` exceljs streaming ${floor.milliseconds} ms, ${floor.megabytes} MB, file ${floor.fileMegabytes} MB;` +
        ` time ×${(ours.milliseconds / floor.milliseconds).toFixed(2)}, memory ×${(ours.megabytes / floor.megabytes).toFixed(2)}`,
    );
  }
}
