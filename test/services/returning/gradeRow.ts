import type { XlsxEditor } from '../../excel/return/xlsxEditor.ts';

/** The row of a quality indicator on the sheet of grades, found by its number. */
export function gradeRow(copy: XlsxEditor, number: string): number {
  const texts = [...copy.text('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
    ([, text]) => text,
  );
  const place = texts.indexOf(number);
  let found = -1;
  copy.editRows('Grades', (rows) => {
    found = rows.findIndex(({ cells }) =>
      cells.some(({ column, rest }) => column === 0 && rest.includes(`<v>${place}</v>`)),
    );
    return rows;
  });
  return found;
}
