import { rowCounter } from '../../shared/domain/exportModel/countRows.ts';
import type { Column, ReceiptCount, Sheet } from '../../shared/domain/exportModel/sheetModel.ts';
import { contentFingerprint } from './contentFingerprint.ts';
import { eachRow } from './eachRow.ts';
import { asWideAs } from './openingRows.ts';
import { FIRST_ROW } from './exportLayout.ts';

/** What has to be known of a sheet to read it back. */
export type ReadableSheet = {
  /** Of its part in the file. */
  readonly path: string;
  readonly columns: readonly Pick<Column, 'key'>[];
} & Pick<Sheet, 'name' | 'counted'>;

/** What the sheets of a written file hold. */
export type SheetsRead = { readonly fingerprint: string; readonly counts: readonly ReceiptCount[] };

/** Reads every cell of the sheets given, one sheet after the other. Throws where one is not what this program writes. */
export async function readSheets(
  sheets: readonly ReadableSheet[],
  contentOf: (path: string) => AsyncIterable<Buffer>,
  dateStyles: ReadonlySet<number>,
  onRows: (rows: number) => void,
): Promise<SheetsRead> {
  const fingerprint = contentFingerprint();
  const counts: ReceiptCount[] = [];
  for (const sheet of sheets) {
    const counter = rowCounter(sheet.columns, sheet.counted);
    fingerprint.add([sheet.name]);
    let number = 1;
    await eachRow(
      sheet.path,
      contentOf(sheet.path),
      dateStyles,
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
    counts.push(...counter.counts());
  }
  return { fingerprint: fingerprint.digest(), counts };
}
