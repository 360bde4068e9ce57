import { evidenceStrength, strengthWord } from '../../evidenceStrength.ts';
import type { LinkTarget } from '../../entityIdentity.ts';
import type { Outcome } from '../../frameworkOutcomeRows.ts';
import { evidenceColumns } from '../evidenceColumns.ts';
import type { ExportNames } from '../exportNames.ts';
import type { ExportSource } from '../exportSource.ts';
import { rowsOf } from '../rowsOf.ts';
import type { Sheet } from '../sheetModel.ts';

/** The evidence of one structural outcome, and of the local outcomes that map to it. */
export function structuralOutcomeSheet(source: ExportSource, names: ExportNames, outcome: Outcome): Sheet {
  const targets = withLocal(source, [outcome]);
  const strength = evidenceStrength(source.summaryOf(targets), source.generatedAt.slice(0, 10));
  const advice = strength.advice.length === 0 ? '' : ` ${strength.advice.join(' ')}`;
  return {
    ...evidenceSheet(source, names, targets),
    name: outcome.number,
    title: `${outcome.number}: ${outcome.title}`,
    purpose: `Evidence for the structural outcome “${outcome.title}”.`,
    about: `Evidence for this outcome and the local outcome that maps to it. Strength: ${strengthWord(strength.level)}.${advice}`,
    emptySentence: 'No evidence is linked to this outcome yet.',
    table: outcome.number.replace(/[^A-Za-z0-9]/g, ''),
  };
}

/** The evidence of the three person-centric outcomes; its column "Outcomes" says which. */
export function personCentricSheet(source: ExportSource, names: ExportNames): Sheet {
  const outcomes = source.catalogue.outcomes.filter(({ kind }) => kind === 'person-centric');
  return {
    ...evidenceSheet(source, names, withLocal(source, outcomes)),
    name: 'Person-centric outcomes',
    title: 'Person-centric outcomes: changes for people',
    purpose: 'Evidence of changes for people, for the person-centric outcomes.',
    about:
      'Evidence for the person-centric outcomes and the local outcome that maps to them. The column “Outcomes” says which one; the sheet “Outcomes” has their titles.',
    emptySentence: 'No evidence is linked to a person-centric outcome yet.',
    table: 'PersonCentricOutcomes',
  };
}

type EvidenceSheet = Pick<Sheet, 'columns' | 'frozenColumns' | 'rows' | 'print' | 'counted' | 'charts'>;

function evidenceSheet(
  source: ExportSource,
  names: ExportNames,
  targets: readonly LinkTarget[],
): EvidenceSheet {
  const columns = evidenceColumns([
    'number',
    'title',
    'outcomes',
    'kind',
    'date',
    'period',
    'source',
    'shows',
    'difference',
    'partner',
    'quality',
  ]);
  return {
    columns,
    frozenColumns: 2,
    rows: rowsOf(
      () => source.evidenceLinkedTo(targets),
      (item) => columns.map(({ cellOf }) => cellOf(item, names)),
    ),
    print: { orientation: 'landscape', paper: 'A3' },
    counted: [],
    charts: [],
  };
}

function withLocal(source: ExportSource, outcomes: readonly Outcome[]): readonly LinkTarget[] {
  const ids = outcomes.map(({ id }) => id);
  const local = source.catalogue.outcomes.filter(({ mapsTo }) => mapsTo.some((id) => ids.includes(id)));
  return [...ids, ...local.map(({ id }) => id)].map((id) => ({ kind: 'outcome', id }));
}
