import { evidenceKindWord } from '../../evidenceKind.ts';
import { evidenceStrength, strengthWord } from '../../evidenceStrength.ts';
import type { OutcomeKind } from '../../frameworkOutcomeRows.ts';
import { dateCell } from '../calendarDay.ts';
import type { ExportSource } from '../exportSource.ts';
import type { Sheet } from '../sheetModel.ts';
import { whoseWords } from '../whoseWords.ts';

const kindWords: Readonly<Record<OutcomeKind, string>> = {
  structural: 'Structural',
  'person-centric': 'Person-centric',
  local: 'Local',
  national: 'National',
};

/** How much evidence every outcome has, and what would make it stronger. */
export function outcomesSheet(source: ExportSource): Sheet {
  const today = source.generatedAt.slice(0, 10);
  return {
    name: 'Outcomes',
    title: 'Outcomes: evidence for each, and the gaps',
    purpose: 'How strong the evidence is for every outcome, and what is missing.',
    about:
      'A row for each outcome. The cover gives the rule for the strength: it is this workbook’s own, it advises and never blocks.',
    columns: [
      { key: 'number', header: 'No.', width: 18, kind: 'text' },
      { key: 'outcome', header: 'Outcome', width: 52, kind: 'text' },
      { key: 'level', header: 'Level of outcome', width: 16, kind: 'text' },
      { key: 'pieces', header: 'Pieces of evidence', width: 11, kind: 'number' },
      { key: 'kinds', header: 'Kinds of evidence', width: 22, kind: 'text' },
      { key: 'newest', header: 'Newest', width: 15, kind: 'date' },
      { key: 'partners', header: 'Partners', width: 10, kind: 'number' },
      { key: 'strength', header: 'Strength', width: 11, kind: 'text' },
      { key: 'advice', header: 'What would make it stronger', width: 38, kind: 'text' },
      { key: 'words', header: 'Whose words', width: 22, kind: 'text' },
    ],
    frozenColumns: 1,
    rows: source.catalogue.outcomes.map((outcome) => {
      const summary = source.summaryOf([{ kind: 'outcome', id: outcome.id }]);
      const strength = evidenceStrength(summary, today);
      return [
        outcome.number,
        outcome.title,
        kindWords[outcome.kind],
        summary.count,
        summary.kinds.map(evidenceKindWord).join('\n'),
        dateCell(summary.newest ?? ''),
        summary.partners,
        strengthWord(strength.level),
        strength.advice.join(' '),
        whoseWords(outcome, source.catalogue),
      ];
    }),
    emptySentence: 'The frameworks of this workbook have no outcomes.',
    table: 'Outcomes',
    print: { orientation: 'landscape', paper: 'A3' },
    counted: [],
    charts: [],
  };
}
