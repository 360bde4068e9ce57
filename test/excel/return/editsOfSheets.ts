import type { KindOfEdit } from './editsOfCells.ts';
import { columnsMoved, DATA, doing, type, typed } from './editSteps.ts';
import { placeOf, sample } from './sampleReturnCopy.ts';

const author = placeOf('cover', 'author', 'value');

/** What can be done to columns, sheets and the file. */
export const editsOfSheets: readonly KindOfEdit[] = [
  {
    name: 'columns are moved',
    edit: (file) => {
      type(file, doing, 'New.');
      file.editRows(
        'Answers',
        columnsMoved((column) => (column === 2 ? 4 : column === 4 ? 2 : column)),
      );
    },
    expected: { taken: typed },
  },
  {
    name: 'a column is inserted and written into',
    edit: (file) => {
      type(file, doing, 'New.');
      file.editRows(
        'Answers',
        columnsMoved((column) => (column >= 2 ? column + 1 : column)),
      );
      file.setText('Answers', DATA, 2, 'Mine');
    },
    expected: { taken: typed, notTaken: [{ value: 'Mine', reason: /outside the cells/ }] },
  },
  {
    name: 'a column is deleted',
    edit: (file) => {
      type(file, doing, 'New.');
      file.editRows('Answers', (rows) =>
        columnsMoved((column) => (column > 3 ? column - 1 : column))(
          rows.map((row) => ({ ...row, cells: row.cells.filter(({ column }) => column !== 3) })),
        ),
      );
    },
    expected: { taken: typed, notTaken: [{ reason: /column “How do we know\?” is not in the file/ }] },
  },
  {
    name: 'a column that was filled in is hidden',
    edit: (file) => {
      type(file, doing, 'New.');
      file.change(file.partOf('Answers'), (xml) => xml.replace(/<col min="3"/, '<col hidden="1" min="3"'));
    },
    expected: { taken: typed, remarks: [/hidden column/] },
  },
  {
    name: 'the headers are reworded',
    edit: (file) => {
      type(file, doing, 'New.');
      file.setText('Answers', 3, 2, 'Progress');
    },
    expected: { taken: typed, notTaken: [{ value: 'Progress', reason: /outside the cells/ }] },
  },
  {
    name: 'a sheet is renamed',
    edit: (file) => {
      type(file, doing, 'New.');
      file.change('xl/workbook.xml', (xml) => xml.replace('name="Answers"', 'name="Our answers"'));
    },
    expected: { taken: typed },
  },
  {
    name: 'sheets are put in another order',
    edit: (file) => {
      type(file, doing, 'New.');
      file.change('xl/workbook.xml', (xml) =>
        xml.replace(
          /<sheets>(.*)<\/sheets>/,
          (_all, inner: string) =>
            `<sheets>${(inner.match(/<sheet [^>]*\/>/g) ?? []).toReversed().join('')}</sheets>`,
        ),
      );
    },
    expected: { taken: typed },
  },
  {
    name: 'a sheet is hidden',
    edit: (file) => {
      type(file, doing, 'New.');
      file.change('xl/workbook.xml', (xml) =>
        xml
          .replace(/(<sheet [^>]*name="Answers")/, '$1')
          .replace(/name="Answers"([^>]*)state="visible"/, 'name="Answers"$1state="hidden"'),
      );
    },
    expected: { taken: typed, remarks: [/hidden column or sheet/] },
  },
  {
    name: 'a sheet is deleted',
    edit: (file) => {
      file.change('xl/workbook.xml', (xml) => xml.replace(/<sheet [^>]*name="Actions"[^>]*\/>/, ''));
    },
    expected: { notTaken: [{ reason: /sheet is not in the file any more/ }] },
  },
  {
    name: 'the sheets out of sight come back in sight',
    edit: (file) => {
      type(file, doing, 'New.');
      file.change('xl/workbook.xml', (xml) => xml.replaceAll('veryHidden', 'visible'));
    },
    expected: { taken: typed },
  },
  {
    name: 'a remark is written beside the table',
    edit: (file) => file.setText('Grades', DATA, 12, 'See my mail'),
    expected: { notTaken: [{ value: 'See my mail', reason: /outside the cells/ }] },
  },
  {
    name: 'a comment is made on an answer',
    edit: (file) => {
      type(file, doing, 'New.');
      file.addComment('Answers', doing.address, 'Ask the prison too.');
    },
    expected: {
      taken: typed,
      notTaken: [{ value: 'B:\nAsk the prison too.', reason: /is a comment on the cell/ }],
    },
  },
  {
    name: 'a comment that can be answered is made',
    edit: (file) =>
      file.addComment(
        'Answers',
        doing.address,
        '[Threaded comment]\n\nYour version of Excel allows you to read it.\n\nComment:\n    Ask the prison.',
      ),
    expected: { notTaken: [{ reason: /“[^“]*Ask the prison\.” .*is a comment/ }] },
  },
  {
    name: 'a column is pasted from another sheet, with its mark',
    edit: (file) => {
      type(file, doing, 'New.');
      // "What are we going to do next?" is asked on both sheets.
      file.setText('Answers', 2, 9, 'cjw:grades:column:whatNext');
      file.setText('Answers', DATA, 9, 'Of a grade');
    },
    expected: { taken: typed, notTaken: [{ value: 'Of a grade', reason: /outside the cells/ }] },
  },
  {
    name: 'another program prefixes every element',
    edit: (file) => {
      type(file, doing, 'New.');
      file.change(file.partOf('Answers'), (xml) =>
        xml.replace('xmlns="', 'xmlns:x="').replace(/<(\/?)(?![?!])/g, '<$1x:'),
      );
    },
    expected: { taken: typed },
  },
  {
    name: 'the name is filled in',
    edit: (file) => {
      type(file, author, '  Officer\nB ');
      type(file, doing, 'New.');
    },
    expected: { taken: typed },
  },
  {
    name: 'an action’s progress is told',
    edit: (file) => type(file, placeOf('actions', sample.action, 'progress'), 'Half way'),
    expected: { taken: { [`${sample.action} progress`]: 'Half way' } },
  },
];
