import { inOrder } from '../exportNames.ts';
import type { ExportSource } from '../exportSource.ts';
import { liveText } from '../liveText.ts';
import type { Sheet } from '../sheetModel.ts';

/** The participation statement with the column names of the plan's Appendix C. */
export function participationSheet(source: ExportSource): Sheet {
  return {
    name: 'Participation statement',
    title: 'Participation statement',
    purpose: 'How people and bodies took part, and what was learned.',
    about: 'A row for each activity.',
    columns: [
      { key: 'number', header: 'No.', width: 8, kind: 'text' },
      { key: 'activity', header: 'Activity', width: 32, kind: 'text' },
      { key: 'whoWasInvolved', header: 'Who was involved', width: 36, kind: 'text' },
      { key: 'learningPoints', header: 'Learning Points', width: 56, kind: 'text' },
      { key: 'strengthsOpportunities', header: 'Strengths/Opportunities', width: 60, kind: 'text' },
      { key: 'weaknessesThreats', header: 'Weaknesses/Threats', width: 48, kind: 'text' },
    ],
    frozenColumns: 2,
    rows: inOrder(source.participation).map((row, index) => [
      `P${index + 1}`,
      liveText(row, 'activity'),
      liveText(row, 'whoWasInvolved'),
      liveText(row, 'learningPoints'),
      liveText(row, 'strengthsOpportunities'),
      liveText(row, 'weaknessesThreats'),
    ]),
    emptySentence: 'No participation has been recorded in this workbook yet.',
    table: 'ParticipationStatement',
    print: { orientation: 'landscape', paper: 'A3' },
    counted: [{ name: 'Participation rows', rule: 'rows' }],
    charts: [],
  };
}
