import type { Database } from 'better-sqlite3';
import type { EvidenceKind } from '../../shared/domain/entityCatalogue.ts';
import type { LinkTarget, LinkTargetKind } from '../../shared/domain/entityIdentity.ts';
import type { EvidenceSummary } from '../../shared/domain/evidenceStrength.ts';
import { rememberedAnswers, type Counts, type RememberedAnswers } from './rememberedAnswers.ts';

/** How evidence is spread over what it is linked to. */
export type OutcomeQueries = ReturnType<typeof outcomeQueries>;

/** Questions about the spread of evidence in an open workbook. */
export function outcomeQueries(
  database: Database,
  remembered: RememberedAnswers = rememberedAnswers(database),
) {
  const groups = database.prepare<{ target: string }, Group>(
    `SELECT target_id, nullif(kind, '') AS kind, nullif(partner, '') AS partner, count, newest
     FROM evidence_spread LEFT JOIN (
       SELECT target_id, max(date) AS newest FROM evidence_date
       WHERE target_kind = :target AND date <> '' GROUP BY target_id
     ) USING (target_id)
     WHERE target_kind = :target`,
  );
  const ofOne = database.prepare<[string, string], Group & { readonly year: string | null }>(
    `SELECT target_id, kind, partner, substr(date, 1, 4) AS year, count(*) AS count, max(date) AS newest
     FROM link CROSS JOIN evidence ON evidence.id = link.evidence_id
     WHERE target_kind = ? AND target_id = ? AND deleted = 0 GROUP BY kind, partner, year`,
  );
  const pairs = database.prepare<{ columns: string }, Pair>(
    pairsIn('link AS rows', 'rows.evidence_id NOT IN (SELECT id FROM evidence WHERE deleted <> 0)'),
  );
  const pairsOfItems = database.prepare<{ columns: string; items: string }, Pair>(
    pairsIn(
      'json_each(:items) AS item CROSS JOIN link AS rows ON rows.evidence_id = item.value',
      'NOT EXISTS (SELECT 1 FROM evidence WHERE id = item.value AND deleted <> 0)',
    ),
  );
  const pairsWithPartner = database.prepare<[string], Pair>(
    `SELECT target_id AS row, partner AS column, sum(count) AS count
     FROM evidence_spread WHERE target_kind = ? AND partner <> '' GROUP BY target_id, partner`,
  );

  const groupsUnder = database.prepare<[string], Group>(
    `SELECT '' AS target_id, kind, partner, count(*) AS count, max(date) AS newest FROM evidence
     WHERE deleted = 0 AND id IN (
       SELECT evidence_id FROM json_each(?) AS target
       CROSS JOIN link ON target_kind = target.value ->> 0 AND target_id = target.value ->> 1)
     GROUP BY kind, partner`,
  );
  const under = remembered.by((targets) => groupsUnder.all(targets));
  const pairsWith = remembered.counts(
    (columns) => countsByPair(pairs.all({ columns })),
    (columns, items) => countsByPair(pairsOfItems.all({ columns, items: JSON.stringify(items) })),
  );

  return {
    /** The evidence of every target of a kind, summed up. Targets without evidence are absent. */
    summaries(kind: LinkTargetKind): ReadonlyMap<string, EvidenceSummary> {
      const byTarget = new Map<string, Group[]>();
      for (const group of groups.all({ target: kind })) {
        const list = byTarget.get(group.target_id) ?? [];
        list.push(group);
        byTarget.set(group.target_id, list);
      }
      return new Map([...byTarget].map(([target, list]) => [target, summaryOf(list)]));
    },

    /** The evidence linked to any of the targets, each item once, by kind and partner. */
    groupsUnder: (targets: readonly LinkTarget[]): readonly Group[] =>
      under(JSON.stringify(targets.map(({ kind, id }) => [kind, id]))),

    /** How the evidence of one target is made up: one row for each kind, partner and year. */
    madeUpOf: (kind: LinkTargetKind, id: string) => ofOne.all(kind, id),

    /** How many items are linked to both an outcome and a column, by `pairKey`. */
    pairs(columns: 'quality-indicator' | 'partner' | 'pathway-point'): Counts {
      return columns === 'partner' ? countsByPair(pairsWithPartner.all('outcome')) : pairsWith(columns);
    },
  };
}

type Group = {
  readonly target_id: string;
  readonly kind: EvidenceKind | null;
  readonly partner: string | null;
  readonly count: number;
  readonly newest: string | null;
};

type Pair = { readonly row: string; readonly column: string; readonly count: number };

/** What a pair of an outcome and a column is counted by. */
export function pairKey(outcome: string, column: string): string {
  return `${outcome} ${column}`;
}

function countsByPair(pairs: readonly Pair[]): Counts {
  return new Map(pairs.map(({ row, column, count }) => [pairKey(row, column), count]));
}

/** The pairs of outcomes with columns of a kind, among the links `rows` of items that are listed. */
function pairsIn(rows: string, isListed: string): string {
  return `SELECT rows.target_id AS row, columns.target_id AS column, count(*) AS count
    FROM ${rows}
    CROSS JOIN link AS columns ON columns.evidence_id = rows.evidence_id AND columns.target_kind = :columns
    WHERE rows.target_kind = 'outcome' AND ${isListed}
    GROUP BY rows.target_id, columns.target_id`;
}

/** What the strength rule looks at, from groups of evidence by kind and partner. */
export function summaryOf(groups: readonly Group[]): EvidenceSummary {
  const kinds = new Set(groups.flatMap(({ kind }) => (kind === null ? [] : [kind])));
  const partners = new Set(groups.flatMap(({ partner }) => (partner === null ? [] : [partner])));
  const dates = groups.flatMap(({ newest }) => (newest === null ? [] : [newest])).sort();
  return {
    count: groups.reduce((sum, { count }) => sum + count, 0),
    kinds: [...kinds].sort(),
    newest: dates.at(-1) ?? null,
    partners: partners.size,
  };
}
