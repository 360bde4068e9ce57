import { PARTNERSHIP_VOICE, partsOfVoiced } from '../../entityIdentity.ts';
import { isGrading } from '../coverage.ts';
import type { ExportNames } from '../exportNames.ts';
import type { ExportSource } from '../exportSource.ts';
import type { Cell, Sheet } from '../sheetModel.ts';
import { gradeCells, gradeColumns } from './gradeColumns.ts';

/** Every grade that was given, a row for each quality indicator and voice. */
export function gradesByVoiceSheet(source: ExportSource, names: ExportNames): Sheet {
  const places = new Map(source.catalogue.qualityIndicators.map(({ id }, index) => [id, index]));
  const rows = source.grades
    .filter(isGrading)
    .map((grade) => {
      const { subject, voice } = partsOfVoiced(grade.id) ?? { subject: grade.id, voice: '' };
      // Grades of indicators that this edition does not have come last; they are not left out.
      return { place: places.get(subject) ?? places.size, subject, voice, grade };
    })
    .sort((left, right) => left.place - right.place || order(left).localeCompare(order(right), 'en-GB'));
  return {
    name: 'Grades by voice',
    title: 'Grades by voice: who gave which grade',
    purpose: 'Every grade that was given, by the partnership and by each partner.',
    about: 'A row for each quality indicator and voice. Voices stand side by side; none replaces another.',
    columns: [
      { key: 'number', header: 'No.', width: 10, kind: 'text' },
      { key: 'title', header: 'Quality indicator', width: 40, kind: 'text' },
      { key: 'voice', header: 'Voice', width: 22, kind: 'text' },
      ...gradeColumns,
    ],
    frozenColumns: 2,
    rows: rows.map(({ subject, voice, grade }): readonly Cell[] => [
      names.qualityIndicatorShort(subject),
      names.qualityIndicatorTitle(subject),
      names.voice(voice),
      ...gradeCells(grade),
    ]),
    emptySentence: 'No quality indicator has been graded in this workbook yet.',
    table: 'GradesByVoice',
    print: { orientation: 'landscape', paper: 'A3' },
    counted: [{ name: 'Grades', rule: 'rows-with-any-of', keys: ['grade'] }],
    charts: [],
  };
}

function order({ subject, voice }: { readonly subject: string; readonly voice: string }): string {
  return `${subject} ${voice === PARTNERSHIP_VOICE ? ' ' : voice}`;
}
