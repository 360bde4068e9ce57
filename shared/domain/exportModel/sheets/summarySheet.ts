import { gradeIdentity, PARTNERSHIP_VOICE } from '../../entityIdentity.ts';
import type { KeyQuestion } from '../../frameworkGuideRows.ts';
import { isQuestionAnswered, questionsOf, targetsOf } from '../coverage.ts';
import type { ExportSource } from '../exportSource.ts';
import { liveValue } from '../liveText.ts';
import type { Cell, Chart, Sheet } from '../sheetModel.ts';
import { whoseWords } from '../whoseWords.ts';
import { GRADES_SHEET } from './gradesSheet.ts';

const SUMMARY = 'Summary';

/** Progress by key question, with the charts of progress and of grades. */
export function summarySheet(source: ExportSource): Sheet {
  const rows = source.catalogue.keyQuestions.map((keyQuestion) => progressOf(source, keyQuestion));
  return {
    name: SUMMARY,
    title: 'Summary: how far the self-evaluation has come',
    purpose: 'Progress by key question, and charts of progress and grades.',
    about: 'A row for each key question. Below it, charts of these figures and of the agreed grades.',
    columns: [
      { key: 'number', header: 'No.', width: 8, kind: 'text' },
      { key: 'title', header: 'Key question', width: 44, kind: 'text' },
      { key: 'indicators', header: 'Quality indicators', width: 12, kind: 'number' },
      { key: 'graded', header: 'Graded 1 to 6', width: 11, kind: 'number' },
      { key: 'questions', header: 'Questions', width: 12, kind: 'number' },
      { key: 'answered', header: 'Answered', width: 12, kind: 'number' },
      { key: 'open', header: 'Not answered', width: 12, kind: 'number' },
      { key: 'pieces', header: 'Pieces of evidence', width: 12, kind: 'number' },
      { key: 'words', header: 'Whose words', width: 22, kind: 'text' },
    ],
    frozenColumns: 2,
    rows,
    emptySentence: 'The frameworks of this workbook have no key questions.',
    table: 'Summary',
    print: { orientation: 'portrait', paper: 'A4' },
    counted: [],
    charts: [progressChart(rows), ...gradeChart(source)],
  };
}

function progressOf(source: ExportSource, keyQuestion: KeyQuestion): readonly Cell[] {
  const { catalogue } = source;
  const grades = new Map(source.grades.map((grade) => [grade.id, grade]));
  const isAnswered = isQuestionAnswered(source);
  const indicators = catalogue.qualityIndicators.filter(
    ({ keyQuestionId }) => keyQuestionId === keyQuestion.id,
  );
  const questions = indicators.flatMap(({ id }) => questionsOf(catalogue, id));
  const graded = indicators.filter(({ id }) => {
    const grade = grades.get(gradeIdentity(id, PARTNERSHIP_VOICE));
    return grade !== undefined && typeof liveValue(grade, 'grade') === 'number';
  });
  const answered = questions.filter(({ id }) => isAnswered(id)).length;
  return [
    keyQuestion.number,
    `${keyQuestion.title}: ${keyQuestion.text}`,
    indicators.length,
    graded.length,
    questions.length,
    answered,
    questions.length - answered,
    source.summaryOf(indicators.flatMap(({ id }) => targetsOf(catalogue, id))).count,
    whoseWords(keyQuestion, catalogue),
  ];
}

function progressChart(rows: readonly (readonly Cell[])[]): Chart {
  const figures = rows.map(([number, , , , questions, answered]) => `${number} ${answered} of ${questions}`);
  return {
    title: 'Questions answered and not answered, by key question',
    description: `Stacked bars, one for each key question: ${figures.join('; ')} questions answered.`,
    sheet: SUMMARY,
    categoryKey: 'number',
    series: [
      { key: 'answered', name: 'Answered' },
      { key: 'open', name: 'Not answered' },
    ],
    stacked: true,
  };
}

/** No chart while there is nothing to show in it. */
function gradeChart(source: ExportSource): readonly Chart[] {
  const grades = new Map(source.grades.map((grade) => [grade.id, grade]));
  const given = source.catalogue.qualityIndicators.flatMap(({ id, number }) => {
    const grade = grades.get(gradeIdentity(id, PARTNERSHIP_VOICE));
    const value = grade === undefined ? undefined : liveValue(grade, 'grade');
    return typeof value === 'number' ? [`${number} grade ${value}`] : [];
  });
  if (given.length === 0) return [];
  return [
    {
      title: 'Agreed grade of each quality indicator, 1 to 6',
      description: `Bars, one for each graded quality indicator: ${given.join('; ')}. The others have no grade yet.`,
      sheet: GRADES_SHEET,
      categoryKey: 'number',
      series: [{ key: 'points', name: 'Agreed grade' }],
      stacked: false,
      highest: 6,
    },
  ];
}
