import { partsOfVoiced } from '../entityIdentity.ts';
import { distinctValues } from '../entityState.ts';
import { strengthRule } from '../evidenceStrength.ts';
import { timeInWords } from './calendarDay.ts';
import { oneCell } from './cellText.ts';
import { isAnswer, isGrading } from './coverage.ts';
import { exportNames } from './exportNames.ts';
import type { ExportCounts, ExportSource } from './exportSource.ts';
import { liveText } from './liveText.ts';
import type { ExportModel, Fact, ReceiptCount, Sheet } from './sheetModel.ts';
import { actionPlanSheet } from './sheets/actionPlanSheet.ts';
import { evidenceRegisterSheet } from './sheets/evidenceRegisterSheet.ts';
import { gradesByVoiceSheet } from './sheets/gradesByVoiceSheet.ts';
import { gradesSheet } from './sheets/gradesSheet.ts';
import { indicatorsSheet } from './sheets/indicatorsSheet.ts';
import { indicatorValuesSheet } from './sheets/indicatorValuesSheet.ts';
import { outcomesSheet } from './sheets/outcomesSheet.ts';
import { personCentricSheet, structuralOutcomeSheet } from './sheets/outcomeEvidenceSheet.ts';
import { participationSheet } from './sheets/participationSheet.ts';
import { pathwayMatrixSheet } from './sheets/pathwayMatrixSheet.ts';
import { selfEvaluationSheet } from './sheets/selfEvaluationSheet.ts';
import { summarySheet } from './sheets/summarySheet.ts';

/** As many signs as stand above the cover's two columns. A longer title would make the whole page small in print. */
const LONGEST_IN_TITLE = 46;

/**
 * What an Excel export contains, as data. The same source gives the same model; nothing is read or written.
 *
 * Every sheet is there every time, so that a reader sees what could be there; one without content says so in a sentence.
 */
export function exportModel(source: ExportSource): ExportModel {
  const names = exportNames(source);
  const structural = source.catalogue.outcomes.filter(({ kind }) => kind === 'structural');
  const sheets: readonly Sheet[] = [
    summarySheet(source),
    selfEvaluationSheet(source, names),
    gradesSheet(source, names),
    gradesByVoiceSheet(source, names),
    outcomesSheet(source),
    ...structural.map((outcome) => structuralOutcomeSheet(source, names, outcome)),
    personCentricSheet(source, names),
    evidenceRegisterSheet(source, names),
    actionPlanSheet(source, names),
    indicatorsSheet(source, names),
    indicatorValuesSheet(source, names),
    participationSheet(source),
    pathwayMatrixSheet(source),
  ];
  const partnership = oneLine(source, 'partnership');
  const marking = oneLine(source, 'marking') || 'No protective marking has been set';
  return {
    cover: {
      title: titleOf(partnership),
      facts: factsOf(source, marking, names.voice),
      guidance,
    },
    sheets,
    marking,
    partnership,
    round: oneLine(source, 'round'),
    generatedAt: source.generatedAt,
    expected: expectedCounts(source.counts),
  };
}

const guidance = [
  'Each sheet holds one table that can be sorted and filtered; the first row of a sheet is its title.',
  '“Not settled: 2 values” means that two people wrote different things and nobody has decided yet. All of them are shown.',
  'Grades run from 1 Unsatisfactory, 2 Weak, 3 Adequate, 4 Good and 5 Very good to 6 Excellent.',
  `Strength of evidence. ${strengthRule}`,
  'Changes made in this file stay in this file: they do not go back into the workbook by themselves.',
];

function factsOf(
  source: ExportSource,
  marking: string,
  voiceName: (voice: string) => string,
): readonly Fact[] {
  const written = [...source.answers.filter(isAnswer), ...source.grades.filter(isGrading)];
  const ids = written.map(({ id }) => partsOfVoiced(id)?.voice ?? '');
  const voices = [...new Set(ids)].filter((voice) => voice !== '').map(voiceName);
  const facts: readonly Fact[] = [
    { label: 'Partnership', value: liveText(source.workbook, 'partnership') },
    { label: 'Round', value: liveText(source.workbook, 'round') },
    { label: 'Marking', value: marking },
    {
      label: 'Voices',
      value: voices.length === 0 ? 'Nobody has answered yet' : voices.toSorted().join('\n'),
    },
    { label: 'Made', value: timeInWords(source.generatedAt) },
    { label: 'Review this record by', value: liveText(source.workbook, 'retentionReview') },
    { label: 'Note', value: liveText(source.workbook, 'note') },
    { label: 'Frameworks used', value: editionsOf(source) },
    { label: 'Made with', value: `Community Justice Self-Evaluation Workbook ${source.appVersion}` },
  ];
  return facts.filter(({ value }) => value !== '');
}

function editionsOf(source: ExportSource): string {
  return source.catalogue.editions
    .map(({ title, version, publisher }) => `${title}, ${version} (${publisher})`)
    .join('\n');
}

function expectedCounts(counts: ExportCounts): readonly ReceiptCount[] {
  return [
    { name: 'Answers', count: counts.answers },
    { name: 'Grades', count: counts.grades },
    { name: 'Evidence', count: counts.evidence },
    { name: 'Files', count: counts.files },
    { name: 'Actions', count: counts.actions },
    { name: 'Indicator values', count: counts.indicatorValues },
    { name: 'Participation rows', count: counts.participation },
  ];
}

/** With the partnership where that fits above the two columns of the cover; its facts name it in full in any case. */
function titleOf(partnership: string): string {
  const title = 'Community justice self-evaluation';
  return partnership.length > LONGEST_IN_TITLE ? title : `${title}: ${partnership}`;
}

/** A field in a single line, for titles, page heads and file properties; while it is not settled, every value. */
function oneLine(source: ExportSource, field: 'partnership' | 'round' | 'marking'): string {
  const values = distinctValues(source.workbook.state, field).map((value) =>
    oneCell(String(value ?? ''))
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const written = values.filter((value) => value !== '');
  return written.length < 2 ? (written[0] ?? '') : `${written.join(' / ')} (not settled)`;
}
