import { cellText } from '../../shared/domain/exportModel/cellText.ts';
import { rowCounter } from '../../shared/domain/exportModel/countRows.ts';
import { layOutRows } from '../../shared/domain/exportModel/layOutRows.ts';
import type {
  ExportModel,
  Receipt,
  ReceiptCount,
  Sheet,
} from '../../shared/domain/exportModel/sheetModel.ts';
import { textChanges } from '../../shared/domain/exportModel/textChanges.ts';
import { cellStyleNames, type StyleNumbers } from './cellStyles.ts';
import { contentFingerprint } from './contentFingerprint.ts';
import { coverXml } from './coverXml.ts';
import { drawCharts } from './drawCharts.ts';
import { asWideAs, openingRows } from './openingRows.ts';
import { COVER_SHEET, FIRST_ROW } from './exportLayout.ts';
import { paintShell, ROW_TO_COME } from './paintShell.ts';
import { rowHeight } from './rowHeight.ts';
import { columnLetters, plainRow, rowWriter } from './rowXml.ts';
import { aroundRows, insertBefore, partNamed, partsOf, sheetPath, tidyShell } from './sheetParts.ts';
import type { TextBuffer } from './textBuffer.ts';
import { writeZip, type PartWriter, type WrittenPart } from './zipWriter.ts';

/** The end of a range that goes down to the last row; the same number typed by somebody stays. */
const RANGE_TO_COME = new RegExp(`( sqref="[A-Z]+\\d+:[A-Z]+)${ROW_TO_COME}"`, 'g');

export type WriteOptions = {
  readonly signal?: AbortSignal;
  /** Called now and then with the rows written so far, of all sheets. */
  readonly onRows?: (rows: number) => void;
  /** Called whenever more of a part is in the file. */
  readonly onWritten?: (part: WrittenPart) => void;
};

/**
 * Writes the export to a file that must not exist yet, and answers what it wrote there as the receipt that the cover
 * carries. Rows are never all in memory. Aborted, or failing, it leaves a part of a file behind for the caller to remove.
 */
export async function writeWorkbook(
  model: ExportModel,
  file: string,
  options: WriteOptions = {},
): Promise<Receipt> {
  const empty = new Set(model.sheets.filter(hasNoRows).map(({ name }) => name));
  const parts = partsOf(await paintShell(model, empty));
  const styles = styleNumbers(partNamed(parts, sheetPath(0)));
  tidyShell(parts);
  drawCharts(parts, model, chartRowCounts(model));

  const written = startReceipt();
  for (const { label, value } of model.cover.facts) {
    for (const change of cellText(value).changes)
      written.changes.add(COVER_SHEET, 'About this file', label, change);
  }
  const { signal, onWritten } = options;
  await writeZip(file, { modified: new Date(model.generatedAt), signal, onWritten }, async (add) => {
    const late = new Set([sheetPath(0), ...model.sheets.map((_sheet, index) => sheetPath(index + 1))]);
    const isTable = (name: string): boolean => name.startsWith('xl/tables/');
    for (const [name, text] of parts) if (!late.has(name) && !isTable(name)) await add(name, oneText(text));
    for (const [index, sheet] of model.sheets.entries()) {
      const part = partNamed(parts, sheetPath(index + 1));
      await add(sheetPath(index + 1), (out) =>
        writeSheet(out, part, sheet, model, styles, written, empty.has(sheet.name), options),
      );
    }
    // What follows is known only now that every row has gone past: where tables end, and the receipt.
    for (const [name, text] of parts)
      if (isTable(name)) await add(name, oneText(untilLastRow(text, written.lastRows)));
    const cover = coverPart(partNamed(parts, sheetPath(0)), model, written.finish(model), styles);
    await add(sheetPath(0), oneText(cover));
  });
  return written.finish(model);
}

function oneText(text: string): PartWriter {
  return (out) => {
    out.add(text);
    return [];
  };
}

function* writeSheet(
  out: TextBuffer,
  part: string,
  sheet: Sheet,
  model: ExportModel,
  styles: StyleNumbers,
  written: ReturnType<typeof startReceipt>,
  empty: boolean,
  { onRows }: WriteOptions,
): Generator<void> {
  const { before, after } = aroundRows(part);
  const counter = rowCounter(sheet.columns, sheet.counted);
  const writer = rowWriter(sheet.columns, styles, out);
  out.add(before);
  const opening = openingRows(sheet, model, empty);
  const header = (column: number): number =>
    sheet.columns[column]?.kind === 'number' ? styles.numberHeader : styles.header;
  const looks = [() => styles.title, () => styles.about, empty ? () => styles.about : header];
  written.fingerprint.add([sheet.name]);
  for (const [index, texts] of opening.entries()) {
    written.fingerprint.add(asWideAs(sheet, texts));
    out.add(plainRow(index + 1, looks[index] ?? header, texts, [30, 20][index] ?? headerHeight(sheet)));
  }
  let row = FIRST_ROW;
  for (const cells of layOutRows(sheet, written.changes)) {
    counter.add(cells);
    written.fingerprint.add(cells);
    writer.row(row, cells);
    yield;
    row += 1;
    written.rows += 1;
    if (written.rows % 250 === 0) onRows?.(written.rows);
  }
  written.counts.push(...counter.counts());
  written.lastRows.set(sheet.table, { row: row - 1, letters: columnLetters(sheet.columns.length - 1) });
  if (writer.taller() > 0) written.tall.push(tallNote(sheet.name, writer.taller()));
  out.add(after.replaceAll(RANGE_TO_COME, `$1${row - 1}"`));
}

function startReceipt() {
  const changes = textChanges();
  const counts: ReceiptCount[] = [];
  const tall: string[] = [];
  const fingerprint = contentFingerprint();
  let digest: string | undefined;
  return {
    changes,
    counts,
    tall,
    fingerprint,
    lastRows: new Map<string, { readonly row: number; readonly letters: string }>(),
    rows: 0,
    finish(model: ExportModel): Receipt {
      digest ??= fingerprint.digest();
      // In the order in which the receipt is read, not that of the sheets.
      const byName = new Map(counts.map((count) => [count.name, count]));
      const ordered = model.expected.map(({ name }) => byName.get(name) ?? { name, count: 0 });
      return { counts: ordered, fingerprint: digest, notes: [...changes.notes(), ...tall] };
    },
  };
}

function coverPart(part: string, model: ExportModel, receipt: Receipt, styles: StyleNumbers): string {
  const { before, after } = aroundRows(part);
  const { rows, hyperlinks } = coverXml(model, receipt, styles);
  return before + rows + insertBefore(after, ['printOptions', 'pageMargins'], hyperlinks);
}

function untilLastRow(
  table: string,
  lastRows: ReadonlyMap<string, { readonly row: number; readonly letters: string }>,
): string {
  const name = /displayName="([^"]+)"/.exec(table)?.[1] ?? '';
  const last = lastRows.get(name);
  if (last === undefined) throw new Error(`No rows were written for the table ${name}`);
  return table.replaceAll(/ref="A(\d+):[A-Z]+\d+"/g, `ref="A$1:${last.letters}${last.row}"`);
}

/** The numbers of the looks, read off the samples that `paintShell` leaves on the cover. */
function styleNumbers(cover: string): StyleNumbers {
  const numbers = [...cover.matchAll(/<c r="[A-Z]+1" s="(\d+)"/g)].map(([, number]) => Number(number));
  if (numbers.length !== cellStyleNames.length) throw new Error('Every look has a sample on the cover');
  // Object.fromEntries forgets the names of the keys; they are exactly cellStyleNames.
  return Object.fromEntries(cellStyleNames.map((name, index) => [name, numbers[index]])) as StyleNumbers;
}

/** Room for the headers beside the buttons of their filters. */
function headerHeight(sheet: Sheet): number {
  const headers = sheet.columns.map(({ header }) => header);
  return (
    rowHeight(
      headers,
      sheet.columns.map(({ width }) => ({ width: width - 1 })),
    ) + 6
  );
}

function hasNoRows(sheet: Sheet): boolean {
  for (const _cells of sheet.rows) return false;
  return true;
}

function chartRowCounts(model: ExportModel): ReadonlyMap<string, number> {
  const names = new Set(
    model.sheets.flatMap(({ name, charts }) =>
      charts.length === 0 ? [] : [name, ...charts.map(({ sheet }) => sheet)],
    ),
  );
  const drawn = model.sheets.filter(({ name }) => names.has(name));
  return new Map(drawn.map((sheet) => [sheet.name, [...layOutRows(sheet, textChanges())].length]));
}

function tallNote(sheet: string, rows: number): string {
  const which = rows === 1 ? 'one row holds' : `${rows.toLocaleString('en-GB')} rows hold`;
  return `${sheet}: ${which} more than a row can show at once. The whole text is in the cell; open it to read on.`;
}
