import type { MatrixView, OutcomesView, OutcomeView } from '../../../shared/api/views/outcomeView.ts';
import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import {
  evidenceStrength,
  strengthRule,
  type EvidenceSummary,
} from '../../../shared/domain/evidenceStrength.ts';
import type { Outcome } from '../../../shared/domain/frameworkOutcomeRows.ts';
import { pairKey } from '../../store/outcomeQueries.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { evidenceRowOf } from '../evidence/evidenceRowOf.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

type OutcomeRow = OutcomesView['outcomes'][number];

const nothing: EvidenceSummary = { count: 0, kinds: [], newest: null, partners: 0 };

/** Every outcome with how its evidence is made up. */
export function readOutcomes(workbook: OpenWorkbook): OutcomesView {
  const summaries = workbook.outcomes.summaries('outcome');
  const outcomes = workbook
    .catalogue()
    .outcomes.map((row) => rowOf(workbook, row, summaries.get(row.id) ?? nothing));
  return { outcomes, rule: strengthRule };
}

/**
 * One outcome with the first page of its evidence.
 *
 * @throws WorkbookError `not-found` when the framework has no such outcome.
 */
export function readOutcome(workbook: OpenWorkbook, outcomeId: string): OutcomeView {
  const catalogue = workbook.catalogue();
  const row = catalogue.outcomes.find(({ id }) => id === outcomeId);
  if (row === undefined) throw new WorkbookError('not-found', 'The framework has no such outcome.');
  const summaries = workbook.outcomes.summaries('outcome');
  const groups = workbook.outcomes.madeUpOf('outcome', outcomeId);
  const filter = { linkedTo: { kind: 'outcome' as const, id: outcomeId } };
  const page = workbook.evidence.list(filter, 'newest-change', true, 0, 50);
  const related = catalogue.outcomes.filter(
    ({ id, mapsTo }) => mapsTo.includes(outcomeId) || row.mapsTo.includes(id),
  );
  return {
    outcome: rowOf(workbook, row, summaries.get(outcomeId) ?? nothing),
    byKind: evidenceKinds.map((kind) => ({
      kind,
      count: sumOf(groups.filter((group) => group.kind === kind)),
    })),
    byYear: byYear(groups),
    byPartner: tally(groups, (group) => group.partner ?? '').map(([partner, count]) => ({
      partner,
      name: partner === '' ? 'No partner named' : workbook.nameOfVoice(partner),
      count,
    })),
    rows: page.rows.map((evidence) => evidenceRowOf(workbook, evidence)),
    total: page.total,
    related: related.map(({ id, title }) => ({ id, title, evidence: summaries.get(id)?.count ?? 0 })),
  };
}

/** How many items support both an outcome and a column, for every pair. */
export function readMatrix(
  workbook: OpenWorkbook,
  columns: 'quality-indicator' | 'partner' | 'pathway-point',
): MatrixView {
  const catalogue = workbook.catalogue();
  const heads = {
    'quality-indicator': () =>
      catalogue.qualityIndicators.map(({ id, number, title }) => ({ id, label: number, title })),
    partner: () => catalogue.partners.map(({ id, title }) => ({ id, label: title, title })),
    'pathway-point': () => catalogue.pathwayPoints.map(({ id, title }) => ({ id, label: title, title })),
  }[columns]();
  const counts = workbook.outcomes.pairs(columns);
  const totals = workbook.evidence.countsByTarget('outcome');
  return {
    columns: heads,
    rows: catalogue.outcomes.map(({ id, title }) => ({
      outcomeId: id,
      title,
      counts: heads.map((column) => counts.get(pairKey(id, column.id)) ?? 0),
      total: totals.get(id) ?? 0,
    })),
  };
}

function rowOf(workbook: OpenWorkbook, row: Outcome, summary: EvidenceSummary): OutcomeRow {
  const { level, advice } = evidenceStrength(summary, workbook.clock.now().toISOString().slice(0, 10));
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    evidence: summary.count,
    kinds: [...summary.kinds],
    newest: summary.newest,
    partners: summary.partners,
    level,
    advice: [...advice],
  };
}

function sumOf(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

const NOT_DATED = 'Not dated';

/** The newest year first, what has no date last. */
function byYear(
  groups: readonly { readonly year: string | null; readonly count: number }[],
): OutcomeView['byYear'] {
  return tally(groups, ({ year }) => year ?? NOT_DATED)
    .map(([year, count]) => ({ year, count }))
    .toSorted((left, right) =>
      left.year === NOT_DATED ? 1 : right.year === NOT_DATED ? -1 : right.year.localeCompare(left.year),
    );
}

/** Sums by a key, the largest first. */
function tally<Group extends { readonly count: number }>(
  groups: readonly Group[],
  keyOf: (group: Group) => string,
): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const group of groups) sums.set(keyOf(group), (sums.get(keyOf(group)) ?? 0) + group.count);
  return [...sums].sort(([, left], [, right]) => right - left);
}
