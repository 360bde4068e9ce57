import { rowCounter } from '../../shared/domain/exportModel/countRows.ts';
import type {
  Cell,
  ExportModel,
  Receipt,
  ReceiptCount,
  Sheet,
} from '../../shared/domain/exportModel/sheetModel.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { contentFingerprint } from './contentFingerprint.ts';
import { FINGERPRINT_LABEL } from './coverXml.ts';
import { asWideAs } from './openingRows.ts';
import { COVER_SHEET, FIRST_ROW } from './paintShell.ts';
import { readRows } from './rowReader.ts';
import { dateStyles, parseXml, sheetPaths } from './workbookParts.ts';
import { openZip, type ZipReader } from './zipReader.ts';

export type ReadOptions = {
  readonly signal?: AbortSignal;
  /** Called now and then with the rows read so far, of all sheets. */
  readonly onRows?: (rows: number) => void;
};

/**
 * Opens a written export and compares it with what was meant: every part is well-formed, every cell of every sheet gives
 * the fingerprint, every count agrees with the workbook's, and the cover says the same.
 *
 * @throws WorkbookError `check-failed` at the first difference.
 */
export async function readBack(
  file: string,
  model: ExportModel,
  receipt: Receipt,
  options: ReadOptions = {},
): Promise<void> {
  try {
    const zip = await openZip(file);
    try {
      await compare(zip, model, receipt, options);
    } finally {
      zip.close();
    }
  } catch (cause) {
    if (options.signal?.aborted === true) throw cause;
    throw new WorkbookError(
      'check-failed',
      'The written file was opened again, and it does not agree with the workbook. It was removed. Try again, or choose another place.',
      { cause },
    );
  }
}

async function compare(
  zip: ZipReader,
  model: ExportModel,
  receipt: Receipt,
  options: ReadOptions,
): Promise<void> {
  const sheets = sheetPaths(await zip.text('xl/workbook.xml'), await zip.text('xl/_rels/workbook.xml.rels'));
  expectSame(
    'Sheets',
    sheets.map(({ name }) => name),
    [COVER_SHEET, ...model.sheets.map(({ name }) => name)],
  );
  const dates = dateStyles(await zip.text('xl/styles.xml'));
  const sheetParts = new Set(sheets.map(({ path }) => path));
  for (const name of zip.names) if (!sheetParts.has(name)) parseXml(name, await zip.text(name));

  const fingerprint = contentFingerprint();
  const counts: ReceiptCount[] = [];
  const progress = progressOf(options);
  for (const [index, sheet] of model.sheets.entries()) {
    const path = sheets[index + 1]?.path ?? '';
    counts.push(...(await readSheet(zip, path, sheet, dates, fingerprint, progress)));
  }
  expectSame('Fingerprint', fingerprint.digest(), receipt.fingerprint);
  const byName = new Map(counts.map(({ name, count }) => [name, count]));
  expectSame(
    'Counts',
    model.expected.map(({ name }) => ({ name, count: byName.get(name) })),
    model.expected,
  );
  expectSame('Counts of the receipt', receipt.counts, model.expected);
  await compareCover(zip, sheets[0]?.path ?? '', model, receipt);
}

async function readSheet(
  zip: ZipReader,
  path: string,
  sheet: Sheet,
  dates: ReadonlySet<number>,
  fingerprint: ReturnType<typeof contentFingerprint>,
  onRows: (rows: number) => void,
): Promise<readonly ReceiptCount[]> {
  const counter = rowCounter(sheet.columns, sheet.counted);
  fingerprint.add([sheet.name]);
  let number = 1;
  await eachRow(
    zip,
    path,
    dates,
    (cells) => {
      const wide = cells.length === sheet.columns.length ? cells : asWideAs(sheet, cells);
      if (cells.length > sheet.columns.length)
        throw new Error(`${sheet.name} has more columns than were meant`);
      fingerprint.add(wide);
      if (number >= FIRST_ROW) counter.add(wide);
      number += 1;
    },
    onRows,
  );
  return counter.counts();
}

async function compareCover(
  zip: ZipReader,
  path: string,
  model: ExportModel,
  receipt: Receipt,
): Promise<void> {
  const texts = new Map<Cell, Cell>();
  // Some sheets have the name of what is counted, such as "Grades"; only a count stands there as a number.
  const numbers = new Map<Cell, Cell>();
  await eachRow(zip, path, new Set(), ([label = null, value = null]) =>
    (typeof value === 'number' ? numbers : texts).set(label, value),
  );
  expectSame('Fingerprint on the cover', texts.get(FINGERPRINT_LABEL), receipt.fingerprint);
  expectSame(
    'Counts on the cover',
    model.expected.map(({ name }) => ({ name, count: numbers.get(name) })),
    receipt.counts,
  );
}

async function eachRow(
  zip: ZipReader,
  path: string,
  dates: ReadonlySet<number>,
  take: (cells: readonly Cell[]) => void,
  onRows: (rows: number) => void = () => undefined,
): Promise<void> {
  const rows = readRows(zip.pieces(path), dates);
  let step = await rows.next();
  while (step.done !== true) {
    for (const cells of step.value) take(cells);
    onRows(step.value.length);
    step = await rows.next();
  }
  parseXml(path, step.value.around);
}

function progressOf({ signal, onRows }: ReadOptions): (rows: number) => void {
  let all = 0;
  return (rows) => {
    signal?.throwIfAborted();
    all += rows;
    onRows?.(all);
  };
}

function expectSame(what: string, read: unknown, meant: unknown): void {
  if (JSON.stringify(read) !== JSON.stringify(meant))
    throw new Error(`${what}: read ${JSON.stringify(read)}, meant ${JSON.stringify(meant)}`);
}
