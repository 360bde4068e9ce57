import { newEntityId } from './newEntityId.ts';
import type { Expected } from './readSample.ts';
import { placeOf, sample, sampleVoice } from './sampleReturnCopy.ts';

/** One kind of edit as steps for LibreOffice, and what it should come to. */
export type LibreOfficeEdit = {
  readonly name: string;
  readonly steps: readonly (readonly string[])[];
  readonly expected: Expected;
};

const doing = placeOf('answers', sample.firstAnswer, 'howAreWeDoing');
const grade = placeOf('grades', sample.secondGrade, 'grade');
const date = placeOf('evidence', sample.survey, 'date');
const title = placeOf('evidence', 'n1', 'title');
const at = (step: string, place: typeof doing, ...more: readonly string[]): readonly string[] => [
  step,
  place.sheet,
  place.address,
  ...more,
];
const type = at('text', doing, 'New.\nTwo lines.');
const typed = { [`${sample.firstAnswer} howAreWeDoing`]: 'New.\nTwo lines.' };
const unlock = ['unlock', 'Answers'];
const visit = newEntityId('evidence', { title: 'Visit' });
const newVisit = { [`${visit} title`]: 'Visit', [`${visit} partner`]: sampleVoice };

/** What people do in LibreOffice, done by LibreOffice. */
export const editsByLibreOffice: readonly LibreOfficeEdit[] = [
  { name: 'opened and saved', steps: [], expected: {} },
  { name: 'a text typed over', steps: [type], expected: { taken: typed } },
  {
    name: 'a text emptied',
    steps: [at('text', doing, '')],
    expected: { taken: { [`${sample.firstAnswer} howAreWeDoing`]: null } },
  },
  {
    name: 'odd signs typed',
    steps: [at('text', doing, '  ‘x’ <&> "y" 🙂 _x0041_ Gàidhlig ')],
    expected: { taken: { [`${sample.firstAnswer} howAreWeDoing`]: '  ‘x’ <&> "y" 🙂 _x0041_ Gàidhlig ' } },
  },
  {
    name: 'a grade chosen',
    steps: [at('text', grade, '6 Excellent')],
    expected: { taken: { [`${sample.secondGrade} grade`]: 6 } },
  },
  {
    name: 'a grade typed as a number',
    steps: [at('number', grade, '2')],
    expected: { taken: { [`${sample.secondGrade} grade`]: 2 } },
  },
  {
    name: 'a grade of one’s own',
    steps: [at('text', grade, 'splendid')],
    expected: { notTaken: [{ value: 'splendid', reason: /not one of the grades/ }] },
  },
  {
    name: 'a formula typed',
    steps: [at('formula', doing, '=CONCATENATE("a";"b")')],
    expected: { taken: { [`${sample.firstAnswer} howAreWeDoing`]: 'ab' }, remarks: [/formula/] },
  },
  {
    name: 'a formula that ends in an error',
    steps: [at('formula', doing, '=1/0')],
    expected: { notTaken: [{ reason: /error/ }] },
  },
  {
    name: 'a date typed',
    steps: [at('date', date, '2026-04-01')],
    expected: { taken: { [`${sample.survey} date`]: '2026-04-01' } },
  },
  {
    name: 'a date as text',
    steps: [at('text', date, '1 April 2026')],
    expected: { taken: { [`${sample.survey} date`]: '2026-04-01' } },
  },
  {
    name: 'a date that can be two days',
    steps: [at('text', date, '1/4/2026')],
    expected: { notTaken: [{ value: '1/4/2026', reason: /two different days/ }] },
  },
  {
    name: 'a locked cell written over',
    steps: [at('text', placeOf('answers', sample.firstAnswer, 'question'), 'Other')],
    expected: { notTaken: [{ value: 'Other', reason: /not one to fill in/ }] },
  },
  {
    name: 'rows sorted',
    steps: [unlock, type, ['sort', 'Answers', 'A5:F15', '1']],
    expected: { taken: typed },
  },
  {
    name: 'a row filtered away',
    steps: [unlock, type, ['hide-row', 'Answers', '4']],
    expected: { taken: typed },
  },
  {
    name: 'a row inserted',
    steps: [
      unlock,
      ['insert-row', 'Answers', '4'],
      ['text', 'Answers', 'C5', 'Lost?'],
      ['text', 'Answers', 'C6', 'New.\nTwo lines.'],
    ],
    expected: { taken: typed, notTaken: [{ value: 'Lost?', reason: /was added/ }] },
  },
  {
    name: 'a row deleted',
    steps: [unlock, ['delete-row', 'Answers', '5'], type],
    expected: { taken: typed, notTaken: [{ reason: /row .* is not in the file/ }] },
  },
  {
    name: 'a row moved to the end',
    steps: [unlock, type, ['move', 'Answers', 'A5:F5', 'A40'], ['delete-row', 'Answers', '4']],
    expected: { taken: typed },
  },
  {
    name: 'a row copied to the end',
    steps: [unlock, ['copy', 'Answers', 'A5:F5', 'A40'], type],
    expected: { taken: typed },
  },
  {
    name: 'a column inserted',
    steps: [unlock, type, ['insert-column', 'Answers', '1'], ['text', 'Answers', 'B6', 'Mine']],
    expected: { taken: typed, notTaken: [{ value: 'Mine', reason: /outside the cells/ }] },
  },
  {
    name: 'a column deleted',
    steps: [unlock, type, ['delete-column', 'Answers', '4']],
    expected: { taken: typed, notTaken: [{ reason: /column “What are we going to do next\?”/ }] },
  },
  {
    name: 'a column hidden',
    steps: [unlock, type, ['hide-column', 'Answers', '2']],
    expected: { taken: typed, remarks: [/hidden column/] },
  },
  {
    name: 'columns reordered',
    steps: [
      unlock,
      type,
      ['move', 'Answers', 'C1:C60', 'M1'],
      ['move', 'Answers', 'D1:D60', 'C1'],
      ['move', 'Answers', 'M1:M60', 'D1'],
    ],
    expected: { taken: typed },
  },
  {
    name: 'a sheet renamed and moved',
    steps: [type, ['rename-sheet', 'Answers', 'Ours'], ['move-sheet', 'Ours', '0']],
    expected: { taken: typed },
  },
  {
    name: 'a sheet hidden',
    steps: [type, ['hide-sheet', 'Answers']],
    expected: { taken: typed, remarks: [/hidden column or sheet/] },
  },
  {
    name: 'a sheet copied, and the copy filled in',
    steps: [
      ['copy-sheet', 'Answers', 'Answers 2', '6'],
      ['text', 'Answers 2', 'C5', 'New.\nTwo lines.'],
    ],
    expected: { taken: typed },
  },
  {
    name: 'a sheet added',
    steps: [type, ['add-sheet', 'Notes'], ['text', 'Notes', 'A1', 'Hello']],
    expected: { taken: typed, notTaken: [{ value: 'Hello', reason: /sheet was added/ }] },
  },
  {
    name: 'a sheet deleted',
    steps: [['delete-sheet', 'Grades']],
    expected: { notTaken: [{ reason: /sheet is not in the file/ }] },
  },
  { name: 'evidence added', steps: [at('text', title, 'Visit')], expected: { taken: newVisit } },
  {
    name: 'evidence added in an inserted row',
    steps: [
      ['unlock', 'Evidence'],
      ['insert-row', 'Evidence', '5'],
      ['text', 'Evidence', 'A6', 'Visit'],
    ],
    expected: { taken: newVisit },
  },
  {
    name: 'another answer pasted over one',
    steps: [unlock, ['copy', 'Answers', 'C5:C5', 'C6'], type],
    expected: { taken: { ...typed, [`${sample.secondAnswer} howAreWeDoing`]: 'We plan together.' } },
  },
];
