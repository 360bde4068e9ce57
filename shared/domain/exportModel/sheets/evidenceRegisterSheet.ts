import { evidenceColumns } from '../evidenceColumns.ts';
import type { ExportNames } from '../exportNames.ts';
import type { ExportSource } from '../exportSource.ts';
import { rowsOf } from '../rowsOf.ts';
import type { Sheet } from '../sheetModel.ts';

/** Every piece of evidence, a row each: the one sheet that may be very long. */
export function evidenceRegisterSheet(source: ExportSource, names: ExportNames): Sheet {
  const columns = evidenceColumns([
    'number',
    'title',
    'kind',
    'date',
    'period',
    'source',
    'shows',
    'difference',
    'owner',
    'partner',
    'marking',
    'quality',
    'outcomes',
    'otherLinks',
    'files',
    'fileNames',
    'note',
  ]);
  return {
    name: 'Evidence register',
    title: 'Evidence register',
    purpose: 'Every piece of evidence, and what it supports.',
    about:
      'A row for each piece of evidence. Its number, such as E12, is used on the other sheets of this file.',
    columns,
    frozenColumns: 2,
    rows: rowsOf(source.evidence, (item) => columns.map(({ cellOf }) => cellOf(item, names))),
    emptySentence: 'No evidence has been recorded in this workbook yet.',
    table: 'EvidenceRegister',
    print: { orientation: 'landscape', paper: 'A3' },
    counted: [
      { name: 'Evidence', rule: 'rows' },
      { name: 'Files', rule: 'sum-of', keys: ['files'] },
    ],
    charts: [],
  };
}
