import { cellText, oneCell } from '../../shared/domain/exportModel/cellText.ts';
import type { ExportModel, Receipt } from '../../shared/domain/exportModel/sheetModel.ts';
import type { StyleNumbers } from './cellStyles.ts';
import { COVER_COLUMNS } from './paintShell.ts';
import { rowHeight } from './rowHeight.ts';
import { textCell, xmlAttribute } from './rowXml.ts';

/** The cover's rows, and the links from its list of sheets. */
export type CoverXml = { readonly rows: string; readonly hyperlinks: string };

/** The label before the fingerprint on the cover, by which the reader finds it again. */
export const FINGERPRINT_LABEL = 'Fingerprint';

/** The cover: what this is, what each sheet is for, and the receipt. Two columns and no merged cells. */
export function coverXml(model: ExportModel, receipt: Receipt, styles: StyleNumbers): CoverXml {
  const rows: string[] = [];
  const links: string[] = [];
  const add = (cells: (row: number) => string, height?: number): void => {
    const row = rows.length + 1;
    rows.push(
      `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells(row)}</row>`,
    );
  };
  const heading = (text: string): void => add((row) => textCell(`A${row}`, styles.heading, text), 30);
  const fact = (label: string, value: string): void => {
    for (const [index, piece] of cellText(value).pieces.entries()) {
      const name = index === 0 ? label : `${label} (continued)`;
      add(
        (row) => textCell(`A${row}`, styles.label, name) + textCell(`B${row}`, styles.value, piece),
        rowHeight([name, piece], COVER_COLUMNS),
      );
    }
  };

  add((row) => textCell(`A${row}`, styles.title, model.cover.title), 30);
  add((row) => textCell(`A${row}`, styles.about, model.marking), 18);
  heading('About this file');
  for (const { label, value } of model.cover.facts) fact(label, value);
  heading('Receipt');
  for (const { name, count } of receipt.counts) {
    add(
      (row) =>
        textCell(`A${row}`, styles.label, name) + `<c r="B${row}" s="${styles.count}"><v>${count}</v></c>`,
    );
  }
  fact(FINGERPRINT_LABEL, receipt.fingerprint);
  fact(
    'What that is',
    'SHA-256 of the cells of every sheet after this one. The same figures and fingerprint stood on the screen when this file was made.',
  );
  heading('What each sheet is for');
  for (const { name, purpose: whole } of model.sheets) {
    const purpose = oneCell(whole);
    add(
      (row) => {
        links.push(
          `<hyperlink ref="A${row}" location="${xmlAttribute(`'${name.replaceAll("'", "''")}'!A1`)}" display="${xmlAttribute(name)}"/>`,
        );
        return textCell(`A${row}`, styles.link, name) + textCell(`B${row}`, styles.value, purpose);
      },
      rowHeight([name, purpose], COVER_COLUMNS),
    );
  }
  heading('How to read it');
  for (const [index, sentence] of model.cover.guidance.entries()) fact(String(index + 1), sentence);
  heading('Notes');
  const notes =
    receipt.notes.length === 0 ? ['Every text is here exactly as it was written.'] : receipt.notes;
  for (const [index, note] of notes.entries()) fact(String(index + 1), note);
  return { rows: rows.join(''), hyperlinks: `<hyperlinks>${links.join('')}</hyperlinks>` };
}
