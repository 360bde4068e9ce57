import { gradeIdentity, PARTNERSHIP_VOICE } from '../../entityIdentity.ts';
import { isQuestionAnswered, questionsOf, targetsOf } from '../coverage.ts';
import type { ExportNames } from '../exportNames.ts';
import type { ExportSource } from '../exportSource.ts';
import type { Sheet } from '../sheetModel.ts';
import { whoseWords } from '../whoseWords.ts';
import { gradeCells, gradeColumns } from './gradeColumns.ts';

export const GRADES_SHEET = 'Grades';

/** The partnership's grade of every quality indicator, graded or not. */
export function gradesSheet(source: ExportSource, names: ExportNames): Sheet {
  const grades = new Map(source.grades.map((grade) => [grade.id, grade]));
  const isAnswered = isQuestionAnswered(source);
  return {
    name: GRADES_SHEET,
    title: 'Grades: what the partnership agreed for each quality indicator',
    purpose: 'The agreed grade of every quality indicator, why, and what next.',
    about:
      'A row for each quality indicator. The scale runs from 1 Unsatisfactory to 6 Excellent. An empty grade has not been given.',
    columns: [
      { key: 'number', header: 'No.', width: 8, kind: 'text' },
      { key: 'title', header: 'Quality indicator', width: 40, kind: 'text' },
      ...gradeColumns,
      { key: 'questions', header: 'Questions', width: 13, kind: 'number' },
      { key: 'answered', header: 'Questions answered', width: 13, kind: 'number' },
      { key: 'pieces', header: 'Pieces of evidence', width: 12, kind: 'number' },
      { key: 'words', header: 'Whose words', width: 22, kind: 'text' },
    ],
    frozenColumns: 2,
    rows: source.catalogue.qualityIndicators.map((row) => {
      const { id } = row;
      const questions = questionsOf(source.catalogue, id);
      return [
        names.qualityIndicatorShort(id),
        names.qualityIndicatorTitle(id),
        ...gradeCells(grades.get(gradeIdentity(id, PARTNERSHIP_VOICE))),
        questions.length,
        questions.filter((question) => isAnswered(question.id)).length,
        source.summaryOf(targetsOf(source.catalogue, id)).count,
        whoseWords(row, source.catalogue),
      ];
    }),
    emptySentence: 'The frameworks of this workbook have no quality indicators.',
    table: 'Grades',
    print: { orientation: 'landscape', paper: 'A3' },
    counted: [],
    charts: [],
  };
}
