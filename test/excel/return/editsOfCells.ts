import type { Expected } from './readSample.ts';
import { placeOf, sample } from './sampleReturnCopy.ts';
import type { XlsxEditor } from './xlsxEditor.ts';

/** One kind of edit, as the spreadsheet program writes it, and what it should come to. */
export type KindOfEdit = {
  readonly name: string;
  readonly edit: (file: XlsxEditor) => void;
  readonly expected: Expected;
};

const doing = placeOf('answers', sample.firstAnswer, 'howAreWeDoing');
const knowing = placeOf('answers', sample.firstAnswer, 'howDoWeKnow');
const grade = placeOf('grades', sample.firstGrade, 'grade');
const emptyGrade = placeOf('grades', sample.secondGrade, 'grade');
const date = placeOf('evidence', sample.survey, 'date');
const kind = placeOf('evidence', sample.survey, 'kind');
const outcomeOfAction = placeOf('actions', sample.action, 'outcome');
type Place = typeof doing;

const taken = (entityId: string, field: string, value: string | number | null): Expected => ({
  taken: { [`${entityId} ${field}`]: value },
});
const refused = (reason: RegExp, value?: string): Expected => ({
  notTaken: [{ reason, ...(value === undefined ? {} : { value }) }],
});
const text =
  ({ sheet, row, column }: Place, value: string) =>
  (file: XlsxEditor) =>
    file.setText(sheet, row, column, value);
const raw =
  ({ sheet, row, column }: Place, rest: string, style?: string) =>
  (file: XlsxEditor) =>
    file.setCell(sheet, row, column, rest, style);
const ofLook =
  ({ sheet, row, column }: Place, rest: string, format: number) =>
  (file: XlsxEditor) =>
    file.setCell(sheet, row, column, rest, file.addLook(format));

/** What can be typed or pasted into one cell. */
export const editsOfCells: readonly KindOfEdit[] = [
  {
    name: 'a text is typed over',
    edit: text(doing, 'Better than last year.'),
    expected: taken(sample.firstAnswer, 'howAreWeDoing', 'Better than last year.'),
  },
  {
    name: 'an empty answer is filled in',
    edit: text(placeOf('answers', sample.thirdAnswer, 'whatNext'), 'A plan.\nAnd a date.'),
    expected: taken(sample.thirdAnswer, 'whatNext', 'A plan.\nAnd a date.'),
  },
  {
    name: 'a text is emptied',
    edit: (file) => file.clear(doing.sheet, doing.row, doing.column),
    expected: taken(sample.firstAnswer, 'howAreWeDoing', null),
  },
  {
    name: 'a text becomes spaces',
    edit: text(doing, '   '),
    expected: taken(sample.firstAnswer, 'howAreWeDoing', null),
  },
  { name: 'the same text is typed again', edit: text(doing, 'We plan together.'), expected: {} },
  {
    name: 'a space comes to stand at an end',
    edit: text(doing, 'We plan together. '),
    expected: {},
  },
  {
    name: 'line ends come back as Windows writes them',
    edit: text(knowing, 'Minutes of the board.\r\nA survey.'),
    expected: {},
  },
  {
    name: 'a text comes back with accents taken apart',
    edit: text(doing, 'Cafe\u0301'),
    expected: taken(sample.firstAnswer, 'howAreWeDoing', 'Café'),
  },
  {
    name: 'a text that looks like a formula is typed as text',
    edit: text(doing, '=HYPERLINK("http://example.org")'),
    expected: taken(sample.firstAnswer, 'howAreWeDoing', '=HYPERLINK("http://example.org")'),
  },
  {
    name: 'a text with Excel’s own spelling of a sign',
    edit: text(doing, '_x005F_x0041_ and _x0041_'),
    expected: taken(sample.firstAnswer, 'howAreWeDoing', '_x0041_ and A'),
  },
  {
    name: 'a formatted text is pasted',
    edit: raw(
      doing,
      ' t="inlineStr"><is><r><rPr><b/></rPr><t>Bold</t></r><r><t xml:space="preserve"> and plain</t></r></is></c>',
    ),
    expected: taken(sample.firstAnswer, 'howAreWeDoing', 'Bold and plain'),
  },
  {
    name: 'a formula is typed',
    edit: raw(doing, ' t="str"><f>A1&amp;"!"</f><v>Answers!</v></c>'),
    expected: { ...taken(sample.firstAnswer, 'howAreWeDoing', 'Answers!'), remarks: [/formula/] },
  },
  {
    name: 'a formula whose result was never worked out',
    edit: raw(doing, '><f>A1</f></c>'),
    expected: refused(/without a result/, '(formula)'),
  },
  {
    name: 'a formula that ends in an error',
    edit: raw(doing, ' t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    expected: refused(/error/, '#DIV/0!'),
  },
  {
    name: 'a number is typed into a text',
    edit: raw(doing, '><v>42</v></c>'),
    expected: { ...taken(sample.firstAnswer, 'howAreWeDoing', '42'), remarks: [/was a number/] },
  },
  {
    name: 'a percentage is pasted into a text',
    edit: ofLook(doing, '><v>0.57</v></c>', 9),
    expected: { ...taken(sample.firstAnswer, 'howAreWeDoing', '57%'), remarks: [/was a percentage .*“57%”/] },
  },
  {
    name: 'a date is typed into a text',
    edit: ofLook(doing, '><v>46112</v></c>', 14),
    expected: { ...taken(sample.firstAnswer, 'howAreWeDoing', '2026-03-31'), remarks: [/was a date/] },
  },
  {
    name: 'a truth value is typed into a text',
    edit: raw(doing, ' t="b"><v>1</v></c>'),
    expected: { ...taken(sample.firstAnswer, 'howAreWeDoing', 'TRUE'), remarks: [/yes-or-no/] },
  },
  {
    name: 'a text of 40,000 characters by another program',
    edit: text(placeOf('evidence', sample.survey, 'source'), 'x'.repeat(2_001)),
    expected: refused(/too long for this column/),
  },
  {
    name: 'a grade is chosen',
    edit: text(emptyGrade, '5 Very good'),
    expected: taken(sample.secondGrade, 'grade', 5),
  },
  {
    name: 'a grade is typed as a figure',
    edit: raw(emptyGrade, '><v>3</v></c>'),
    expected: taken(sample.secondGrade, 'grade', 3),
  },
  {
    name: 'a grade is typed as a word',
    edit: text(emptyGrade, ' weak '),
    expected: taken(sample.secondGrade, 'grade', 2),
  },
  {
    name: 'a grade is replaced by one of the answers that are none',
    edit: text(grade, 'Not enough evidence to evaluate'),
    expected: taken(sample.firstGrade, 'grade', 'not-enough-evidence'),
  },
  {
    name: 'the grade that stands there is typed as a figure',
    edit: raw(grade, '><v>4</v></c>'),
    expected: {},
  },
  {
    name: 'a grade that there is none of',
    edit: raw(grade, '><v>4.5</v></c>'),
    expected: refused(/not one of the grades/, '4.5'),
  },
  {
    name: 'a grade is withdrawn',
    edit: (file) => file.clear(grade.sheet, grade.row, grade.column),
    expected: taken(sample.firstGrade, 'grade', null),
  },
  {
    name: 'a true date is typed',
    edit: ofLook(date, '><v>46113</v></c>', 14),
    expected: taken(sample.survey, 'date', '2026-04-01'),
  },
  {
    name: 'a true date in a file that counts from 1904',
    edit: (file) => {
      file.change('xl/workbook.xml', (xml) =>
        xml.replace(/<workbookPr[^>]*\/>/, '<workbookPr date1904="1"/>'),
      );
      ofLook(date, '><v>44651</v></c>', 14)(file);
    },
    expected: taken(sample.survey, 'date', '2026-04-01'),
  },
  {
    name: 'a date with the format of a custom look',
    edit: (file) => {
      file.change('xl/styles.xml', (xml) =>
        xml.replace(/<numFmts count="\d+">|<fonts /, (found) =>
          found.startsWith('<numFmts')
            ? `${found}<numFmt numFmtId="190" formatCode="[$-809]dd mmmm yyyy;@"/>`
            : `<numFmts count="1"><numFmt numFmtId="190" formatCode="[$-809]dd mmmm yyyy;@"/></numFmts>${found}`,
        ),
      );
      ofLook(date, '><v>46113</v></c>', 190)(file);
    },
    expected: taken(sample.survey, 'date', '2026-04-01'),
  },
  {
    name: 'a date is written as an ISO date by another program',
    edit: raw(date, ' t="d"><v>2026-04-01T00:00:00</v></c>'),
    expected: taken(sample.survey, 'date', '2026-04-01'),
  },
  {
    name: 'a date as text',
    edit: text(date, '1st April 2026'),
    expected: taken(sample.survey, 'date', '2026-04-01'),
  },
  {
    name: 'a month as text',
    edit: text(date, 'Sept 2026'),
    expected: taken(sample.survey, 'date', '2026-09'),
  },
  {
    name: 'a year as a number',
    edit: raw(date, '><v>2024</v></c>'),
    expected: taken(sample.survey, 'date', '2024'),
  },
  { name: 'the same date in other words', edit: text(date, '31 March 2026'), expected: {} },
  {
    name: 'a date in figures that can only be one day',
    edit: text(date, '25/12/2026'),
    expected: taken(sample.survey, 'date', '2026-12-25'),
  },
  {
    name: 'a date in figures that can be two days',
    edit: text(date, '03/04/2026'),
    expected: refused(/two different days/, '03/04/2026'),
  },
  {
    name: 'a date pasted as a bare number',
    edit: raw(date, '><v>46112</v></c>'),
    expected: refused(/number and not a date/, '46112'),
  },
  { name: 'a date that is no date', edit: text(date, '31 June 2026'), expected: refused(/no such day/) },
  {
    name: 'a kind of evidence is chosen',
    edit: text(kind, 'Direct observation'),
    expected: taken(sample.survey, 'kind', 'direct-observation'),
  },
  {
    name: 'a kind of evidence of one’s own',
    edit: text(kind, 'Hearsay'),
    expected: refused(/kinds of evidence/, 'Hearsay'),
  },
  {
    name: 'an outcome by its number',
    edit: text(outcomeOfAction, 'structural 1'),
    expected: taken(sample.action, 'outcome', sample.outcome),
  },
  {
    name: 'an outcome that is not on the list',
    edit: text(outcomeOfAction, 'Structural 99'),
    expected: refused(/not on the list/, 'Structural 99'),
  },
  {
    name: 'the text of a question is changed',
    edit: text(placeOf('answers', sample.firstAnswer, 'question'), 'Something else?'),
    expected: refused(/not one to fill in/, 'Something else?'),
  },
  {
    name: 'a locked link of evidence is changed',
    edit: text(placeOf('evidence', sample.survey, 'outcomes'), 'Structural 1'),
    expected: refused(/not one to fill in/),
  },
  {
    name: 'an answer that people have not agreed on is written over',
    edit: text(placeOf('answers', sample.contestedAnswer, 'howAreWeDoing'), 'Middling.'),
    expected: refused(/was locked/, 'Middling.'),
  },
  {
    name: 'an answer too long for a cell is written over',
    edit: text(placeOf('answers', sample.longAnswer, 'howAreWeDoing'), 'Short.'),
    expected: refused(/was locked/, 'Short.'),
  },
  {
    name: 'an instruction on the cover is changed',
    edit: text({ ...placeOf('cover', 'author', 'value'), row: 6 }, 'Another round'),
    expected: refused(/not one to fill in/),
  },
];
