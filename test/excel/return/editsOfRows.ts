import { returnSheet } from '../../../shared/domain/returnWorkbook/returnSheets.ts';
import type { KindOfEdit } from './editsOfCells.ts';
import { DATA, doing, moved, type, typed } from './editSteps.ts';
import { placeOf, sample } from './sampleReturnCopy.ts';
import type { EditedRow } from './xlsxEditor.ts';

const other = placeOf('answers', sample.secondAnswer, 'howAreWeDoing');

const MARKS_OF_EVIDENCE = returnSheet('evidence').columns.length;

/** What can be done to rows that have a mark. */
export const editsOfRows: readonly KindOfEdit[] = [
  {
    name: 'rows are sorted the other way round',
    edit: (file) => {
      type(file, doing, 'New.');
      file.editRows(
        'Answers',
        moved((data) => data.toReversed()),
      );
    },
    expected: { taken: typed },
  },
  {
    name: 'rows are filtered, and one that was changed is hidden',
    edit: (file) => {
      type(file, doing, 'New.');
      file.editRows(
        'Answers',
        moved((data) => data.map((row) => ({ ...row, attributes: ' hidden="1"' }))),
      );
    },
    expected: { taken: typed },
  },
  {
    name: 'a row of a question is deleted',
    edit: (file) => {
      type(file, doing, 'New.');
      file.editRows(
        'Answers',
        moved((data) => data.toSpliced(1, 1)),
      );
    },
    expected: { taken: typed, notTaken: [{ reason: /row .* is not in the file any more/ }] },
  },
  {
    name: 'a row is inserted among the questions and filled in',
    edit: (file) => {
      file.editRows(
        'Answers',
        moved((data) => [{ attributes: '', cells: [] }, ...data]),
      );
      type(file, doing, 'Lost?');
    },
    expected: { notTaken: [{ value: 'Lost?', reason: /was added, or has lost its mark/ }] },
  },
  {
    name: 'an empty row is inserted above the questions',
    edit: (file) => {
      type(file, doing, 'New.');
      file.editRows(
        'Answers',
        moved((data) => [{ attributes: '', cells: [] }, ...data]),
      );
    },
    expected: { taken: typed },
  },
  {
    name: 'rows are inserted at the very top',
    edit: (file) => {
      type(file, doing, 'New.');
      file.editRows('Answers', (rows) => [
        { attributes: '', cells: [] },
        { attributes: '', cells: [] },
        ...rows,
      ]);
    },
    expected: { taken: typed },
  },
  {
    name: 'a row is copied and both stay as they were',
    edit: (file) =>
      file.editRows(
        'Answers',
        moved((data) => [...data, ...data.slice(0, 1)]),
      ),
    expected: {},
  },
  {
    name: 'a row is copied and the copy filled in',
    edit: (file) => {
      file.editRows(
        'Answers',
        moved((data) => [...data, ...data.slice(0, 1)]),
      );
      type(file, doing, 'New.');
    },
    expected: { taken: typed },
  },
  {
    name: 'a row is copied and both are filled in, differently',
    edit: (file) => {
      type(file, doing, 'One.');
      file.editRows(
        'Answers',
        moved((data) => [...data, ...structuredClone(data.slice(0, 1))]),
      );
      type(file, doing, 'Two.');
    },
    expected: {
      notTaken: [
        { value: 'Two.', reason: /more than once/ },
        { value: 'One.', reason: /more than once/ },
      ],
    },
  },
  {
    name: 'a row is copied and both are emptied',
    edit: (file) => {
      file.clear(doing.sheet, doing.row, doing.column);
      file.editRows(
        'Answers',
        moved((data) => [...data, ...data.slice(0, 1)]),
      );
    },
    expected: { taken: { [`${sample.firstAnswer} howAreWeDoing`]: null } },
  },
  {
    name: 'a row of an answer is pasted, with its mark, below the evidence',
    edit: (file) => {
      file.setText('Evidence', DATA + 70, 0, '6.2 / 1');
      file.setText('Evidence', DATA + 70, 2, 'We plan together.');
      file.setText('Evidence', DATA + 70, 5, 'cjw:answers:row:r1');
    },
    expected: {
      notTaken: [
        { value: '6.2 / 1', reason: /pasted from the sheet “Answers”/ },
        { value: 'We plan together.', reason: /pasted from the sheet “Answers”/ },
      ],
    },
  },
  {
    name: 'the marks of two rows come to stand in one',
    edit: (file) => {
      type(file, doing, 'Whose?');
      file.setText('Answers', doing.row, 9, 'cjw:answers:row:r2');
    },
    expected: {
      notTaken: [
        { reason: /is not in the file any more/ },
        { reason: /two rows were pasted together/ },
        { reason: /two rows were pasted together/ },
        { value: 'Whose?', reason: /two rows were pasted together/ },
        { reason: /two rows were pasted together/ },
      ],
    },
  },
  {
    name: 'only the titles of the evidence are sorted, apart from their marks',
    edit: (file) => {
      type(file, placeOf('evidence', sample.survey, 'title'), 'Minutes');
      type(file, placeOf('evidence', sample.minutes, 'title'), 'Residents’ survey');
    },
    expected: {
      notTaken: [
        { value: 'Minutes', reason: /moved or pasted apart/ },
        { value: 'Residents’ survey', reason: /moved or pasted apart/ },
      ],
    },
  },
  {
    name: 'the column with the marks of the rows of evidence is deleted',
    edit: (file) => {
      file.editRows('Evidence', (rows) =>
        rows.map((row) => ({
          ...row,
          cells: row.cells.filter(({ column }) => column < MARKS_OF_EVIDENCE),
        })),
      );
    },
    expected: {
      notTaken: [
        { reason: /row “Residents’ survey .* is not in the file any more/ },
        { reason: /row “Minutes .* is not in the file any more/ },
        { value: 'Residents’ survey', reason: /has lost its mark/ },
        { value: 'Minutes', reason: /has lost its mark/ },
      ],
    },
  },
  {
    name: 'only the questions are sorted, apart from their marks',
    edit: (file) => {
      type(file, doing, 'Whose?');
      file.editRows('Answers', moved(questionsSwapped));
    },
    expected: {
      notTaken: [
        { reason: /moved or pasted apart/ },
        { value: 'Whose?', reason: /moved or pasted apart/ },
        { reason: /moved or pasted apart/ },
      ],
    },
  },
  {
    name: 'the row with the marks of the columns is deleted',
    edit: (file) => {
      type(file, doing, 'New.');
      file.editRows('Answers', (rows) => rows.toSpliced(2, 1));
    },
    expected: { taken: typed },
  },
  {
    name: 'two answers are swapped by cutting and pasting',
    edit: (file) => {
      type(file, doing, '=SUM(1;2) is how this text begins');
      type(file, other, 'We plan together.');
    },
    expected: {
      taken: {
        [`${sample.firstAnswer} howAreWeDoing`]: '=SUM(1;2) is how this text begins',
        [`${sample.secondAnswer} howAreWeDoing`]: 'We plan together.',
      },
    },
  },
];

function questionsSwapped(data: EditedRow[]): EditedRow[] {
  const questions = data.map(({ cells }) => cells.find(({ column }) => column === 1)?.rest ?? '/>');
  const swapped = questions.map((_rest, index) => questions[index < 2 ? 1 - index : index] ?? '/>');
  return data.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell) => (cell.column === 1 ? { ...cell, rest: swapped[index] ?? '/>' } : cell)),
  }));
}
