import type { Cell, ExportModel, Receipt } from '../../shared/domain/exportModel/sheetModel.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { FINGERPRINT_LABEL } from './coverXml.ts';
import { eachRow } from './eachRow.ts';
import { expectSame } from './expectSame.ts';
import { COVER_SHEET } from './exportLayout.ts';
import { readSheets, type SheetsRead } from './readSheets.ts';
import { STYLES_PATH, type EarlyRead } from './readWhileWritten.ts';
import { expectSameAsReadEarly } from './expectSameAsReadEarly.ts';
import { dateStyles, parseXml, sheetPaths } from './workbookParts.ts';
import { openZip, type ZipReader } from './zipReader.ts';

export type ReadOptions = {
  readonly signal?: AbortSignal;
  /** Called now and then with the rows read so far, of all sheets. */
  readonly onRows?: (rows: number) => void;
  /** Answers what of the sheets was read while they were being written. Left out: they are read now. */
  readonly earlyRead?: (onRows: (rows: number) => void) => Promise<EarlyRead>;
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
  const sheetParts = new Set(sheets.map(({ path }) => path));
  for (const name of zip.names) if (!sheetParts.has(name)) parseXml(name, await zip.text(name));

  const paths = sheets.slice(1).map(({ path }) => path);
  const { fingerprint, counts } = await (options.earlyRead === undefined
    ? readNow(zip, model, paths, options)
    : readEarly(zip, paths, options.earlyRead, options.onRows));
  expectSame('Fingerprint', fingerprint, receipt.fingerprint);
  const byName = new Map(counts.map(({ name, count }) => [name, count]));
  expectSame(
    'Counts',
    model.expected.map(({ name }) => ({ name, count: byName.get(name) })),
    model.expected,
  );
  expectSame('Counts of the receipt', receipt.counts, model.expected);
  await compareCover(zip, sheets[0]?.path ?? '', model, receipt);
}

async function readNow(
  zip: ZipReader,
  model: ExportModel,
  paths: readonly string[],
  { signal, onRows }: ReadOptions,
): Promise<SheetsRead> {
  const sheets = model.sheets.map(({ name, columns, counted }, index) => ({
    path: paths[index] ?? '',
    name,
    columns,
    counted,
  }));
  const dates = dateStyles(await zip.text(STYLES_PATH));
  let all = 0;
  return readSheets(sheets, zip.content, dates, (rows) => {
    signal?.throwIfAborted();
    all += rows;
    onRows?.(all);
  });
}

async function readEarly(
  zip: ZipReader,
  paths: readonly string[],
  finishReading: NonNullable<ReadOptions['earlyRead']>,
  onRows: ReadOptions['onRows'],
): Promise<SheetsRead> {
  const early = await finishReading((rows) => onRows?.(rows));
  await expectSameAsReadEarly(zip, paths, early.parts);
  return early;
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
  await eachRow(path, zip.content(path), new Set(), ([label = null, value = null]) =>
    (typeof value === 'number' ? numbers : texts).set(label, value),
  );
  expectSame('Fingerprint on the cover', texts.get(FINGERPRINT_LABEL), receipt.fingerprint);
  expectSame(
    'Counts on the cover',
    model.expected.map(({ name }) => ({ name, count: numbers.get(name) })),
    receipt.counts,
  );
}
