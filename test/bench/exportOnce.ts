/**
 * One export in a process of its own, so that its memory can be measured: `exportOnce.ts ours|floor SIZE FILE` prints an
 * ExportOnce as JSON. Ours runs on a thread with the limits that the product gives it; the floor has the process to itself.
 */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker, isMainThread } from 'node:worker_threads';
import type Exceljs from 'exceljs';
import type { ExportModel } from '../../shared/domain/exportModel/sheetModel.ts';

/** What one export took: milliseconds on the wall, of them reading back, milliseconds of all processors, most memory. */
export type ExportOnce = {
  readonly milliseconds: number;
  readonly readingBack: number;
  readonly processor: number;
  readonly megabytes: number;
  readonly fileMegabytes: number;
};

/** The whole of what the product does: write, read back, compare. Answers how long the reading took when all was written. */
async function ours(model: ExportModel, file: string): Promise<number> {
  const { writeAndReadBack } = await import('../../electron/excel/writeAndReadBack.ts');
  let written = 0;
  await writeAndReadBack(model, file, { onRead: () => (written ||= performance.now()) });
  return performance.now() - written;
}

/** exceljs's own streaming writer, writing the same cells with the same looks and nothing else. */
async function floor(model: ExportModel, file: string): Promise<number> {
  // Not bundled: it reaches for packages that are not there. The working folder is the project's.
  const ExcelJS: typeof Exceljs = createRequire(path.join(process.cwd(), 'package.json'))('exceljs');
  const { cellStyles } = await import('../../electron/excel/cellStyles.ts');
  const { layOutRows } = await import('../../shared/domain/exportModel/layOutRows.ts');
  const { textChanges } = await import('../../shared/domain/exportModel/textChanges.ts');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: file,
    useStyles: true,
    useSharedStrings: false,
  });
  for (const sheet of model.sheets) {
    const worksheet = workbook.addWorksheet(sheet.name);
    worksheet.columns = sheet.columns.map(({ width }) => ({ width }));
    worksheet.addRow([sheet.title]).commit();
    worksheet.addRow([sheet.about]).commit();
    worksheet.addRow(sheet.columns.map(({ header }) => header)).commit();
    for (const cells of layOutRows(sheet, textChanges())) {
      const row = worksheet.addRow(cells);
      for (const [index, { kind }] of sheet.columns.entries()) {
        row.getCell(index + 1).style = kind === 'number' ? cellStyles.number : cellStyles.text;
      }
      row.commit();
    }
    worksheet.commit();
  }
  await workbook.commit();
  return 0;
}

async function start(
  which: string | undefined,
  size: string | undefined,
  file: string | undefined,
): Promise<void> {
  if ((which !== 'ours' && which !== 'floor') || size === undefined || file === undefined)
    throw new Error('exportOnce.ts ours|floor SIZE FILE');
  if (which === 'floor' || !isMainThread) return once(which === 'ours' ? ours : floor, Number(size), file);
  const { exportThreadLimits } = await import('../../electron/services/export/exportThreadLimits.ts');
  new Worker(new URL(import.meta.url), { argv: [which, size, file], resourceLimits: exportThreadLimits });
}

async function once(work: typeof ours, pieces: number, target: string): Promise<void> {
  // Loaded only where the work is done: what one thread has loaded, another loads again.
  const { exportModel } = await import('../../shared/domain/exportModel/exportModel.ts');
  const { exportBenchSource } = await import('./exportBenchSource.ts');
  rmSync(target, { force: true });
  const model = exportModel(exportBenchSource(pieces));
  const begun = performance.now();
  const reading = await work(model, target);
  const measured: ExportOnce = {
    milliseconds: Math.round(performance.now() - begun),
    readingBack: Math.round(reading),
    processor: Math.round((process.cpuUsage().user + process.cpuUsage().system) / 1000),
    megabytes: Math.round(mostKilobytes() / 1024),
    fileMegabytes: Math.round(statSync(target).size / 100_000) / 10,
  };
  process.stdout.write(JSON.stringify(measured));
}

/** Most memory that this process had. The usual count begins, on Linux, with that of the process that started this one. */
function mostKilobytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}

void start(process.argv[2], process.argv[3], process.argv[4]);
