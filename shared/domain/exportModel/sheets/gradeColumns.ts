import { gradeLabel, gradeValues, statusWord, workStatuses } from '../../gradeScale.ts';
import type { FieldValue } from '../../changeRecord.ts';
import type { ExportEntity } from '../exportSource.ts';
import { liveText, liveValue, wordsFrom } from '../liveText.ts';
import type { Cell, Column } from '../sheetModel.ts';

const labels = new Map<FieldValue, string>(gradeValues.map((grade) => [grade, gradeLabel(grade)]));
const status = wordsFrom(workStatuses, statusWord);

/** How a grade is shown: as a number to count with, in words to read, and with its reasons. */
export const gradeColumns: readonly Column[] = [
  { key: 'points', header: 'Grade (1 to 6)', width: 9, kind: 'number' },
  { key: 'grade', header: 'Grade in words', width: 22, kind: 'choice', choices: gradeValues.map(gradeLabel) },
  { key: 'rationale', header: 'Why this grade', width: 48, kind: 'text' },
  { key: 'whatNext', header: 'What next', width: 40, kind: 'text' },
  { key: 'status', header: 'Status', width: 15, kind: 'choice', choices: workStatuses.map(statusWord) },
];

/** The cells of those columns; the number stays empty while the grade is not settled. */
export function gradeCells(grade: ExportEntity<'grade'> | undefined): readonly Cell[] {
  if (grade === undefined) return [null, null, null, null, null];
  const value = liveValue(grade, 'grade');
  return [
    typeof value === 'number' ? value : null,
    liveText(grade, 'grade', (one) => labels.get(one) ?? String(one ?? '')),
    liveText(grade, 'rationale'),
    liveText(grade, 'whatNext'),
    liveText(grade, 'status', status),
  ];
}
