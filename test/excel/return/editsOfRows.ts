import type { KindOfEdit } from './editsOfCells.ts';
import { doing, moved, type, typed } from './editSteps.ts';
import { placeOf, sample } from './sampleReturnCopy.ts';
import type { EditedRow } from './xlsxEditor.ts';

const other = placeOf('answers', sample.secondAnswer, 'howAreWeDoing');

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
