/** One export in a process of its own, so that its memory can be measured: `exportOnce.ts ours|floor SIZE FILE`. */
import { rmSync, statSync } from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';
import { cellStyles } from '../../electron/excel/cellStyles.ts';
import { readBack } from '../../electron/excel/readBack.ts';
import { writeWorkbook } from '../../electron/excel/writeWorkbook.ts';
import { exportThreadLimits } from '../../electron/services/export/exportWorkbook.ts';
import { exportModel } from '../../shared/domain/exportModel/exportModel.ts';
import { layOutRows } from '../../shared/domain/exportModel/layOutRows.ts';
import type { ExportModel } from '../../shared/domain/exportModel/sheetModel.ts';
import { textChanges } from '../../shared/domain/exportModel/textChanges.ts';
import { exportBenchSource } from './exportBenchSource.ts';

/** What one export took: milliseconds on the wall, of them reading back, milliseconds of all processors, most memory. */
export type ExportOnce = {
  readonly milliseconds: number;
  readonly readingBack: number;
  readonly processor: number;
  readonly megabytes: number;
  readonly fileMegabytes: number;
};

/** The whole of what the product does: write, read back, compare. */
async function ours(model: ExportModel, file: string): Promise<number> {
  const receipt = await writeWorkbook(model, file);
  const written = performance.now();
  await readBack(file, model, receipt);
  return performance.now() - written;
}

/** exceljs's own streaming writer, writing the same cells with the same looks and nothing else. */
async function floor(model: ExportModel, file: string): Promise<number> {
  // Loaded here alone: the product loads only a third of it, and the memory of both is measured.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: false });
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

const [, , which, size, file] = process.argv;
if ((which !== 'ours' && which !== 'floor') || size === undefined || file === undefined) throw new Error('exportOnce.ts ours|floor SIZE FILE');
if (which === 'ours' && isMainThread) {
  new Worker(new URL(import.meta.url), { argv: process.argv.slice(2), resourceLimits: exportThreadLimits });
} else {
  await once(which === 'ours' ? ours : floor, Number(size), file);
}

async function once(work: typeof ours, pieces: number, target: string): Promise<void> {
  rmSync(target, { force: true });
  const model = exportModel(exportBenchSource(pieces));
  const begun = performance.now();
  const reading = await work(model, target);
  const measured: ExportOnce = {
    milliseconds: Math.round(performance.now() - begun),
    readingBack: Math.round(reading),
    processor: Math.round((process.cpuUsage().user + process.cpuUsage().system) / 1000),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    fileMegabytes: Math.round(statSync(target).size / 100_000) / 10,
  };
  process.stdout.write(JSON.stringify(measured));
}
