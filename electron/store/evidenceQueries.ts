import type { Database } from 'better-sqlite3';
import type { EvidenceFilter } from '../../shared/api/views/evidenceView.ts';
import type { EvidenceKind } from '../../shared/domain/entityCatalogue.ts';
import type { LinkTarget } from '../../shared/domain/entityIdentity.ts';
import { filterCondition } from './filterCondition.ts';
import { joinedQueries } from './joinedQueries.ts';
import { rememberedAnswers, type RememberedAnswers } from './rememberedAnswers.ts';
import type { SearchIndex } from './searchIndex.ts';

/** A row of the register as the store has it; names of partners are the services' to add. */
export type EvidenceListRow = {
  readonly id: string;
  readonly title: string;
  readonly kind: EvidenceKind | null;
  readonly date: string | null;
  readonly period: string | null;
  readonly source: string | null;
  readonly partner: string | null;
  readonly conflict: number;
  readonly changed_at: string;
  readonly attachments: number;
  readonly uses: number;
  readonly stands_for: number;
};

export type EvidenceSort = 'newest-change' | 'title' | 'date' | 'kind' | 'partner' | 'uses';

/** Order within equal values is by number, so that pages never overlap. */
const orders: Readonly<Record<EvidenceSort, string>> = {
  'newest-change': 'changed',
  title: 'title COLLATE NOCASE',
  date: 'date',
  kind: 'kind',
  partner: 'partner',
  uses: 'uses',
};

const listColumns = `id, title, kind, date, period, source, partner, conflict,
  (SELECT body ->> '$.at' FROM change_record WHERE sequence = changed) AS changed_at,
  (SELECT count(DISTINCT sha256) FROM attachment WHERE attachment.evidence_id IN
    (SELECT evidence.id UNION ALL SELECT joined.evidence_id FROM joined WHERE stands_in = evidence.id)) AS attachments,
  uses,
  (SELECT count(*) FROM joined WHERE stands_in = evidence.id) AS stands_for`;

/** So many are put in order in a few milliseconds. */
const FEW = 2_000;

const isListed = 'evidence_id NOT IN (SELECT id FROM evidence WHERE deleted <> 0)';

/** Evidence linked to any of the targets that a JSON list of [kind, id] names. */
const linkedToAny = `SELECT DISTINCT evidence_id FROM json_each(?) AS target
  CROSS JOIN link ON target_kind = target.value ->> 0 AND target_id = target.value ->> 1`;

function asJson(targets: readonly LinkTarget[]): string {
  return JSON.stringify(targets.map(({ kind, id }) => [kind, id]));
}

/** Rows of the items whose numbers a query gives, so that only those that are shown are read. */
function rowsOf(numbers: string, order: string): string {
  return `SELECT ${listColumns} FROM (${numbers}) CROSS JOIN evidence USING (number) ORDER BY ${order}`;
}

/** Questions about evidence. */
export type EvidenceQueries = ReturnType<typeof evidenceQueries>;

/** Questions about the evidence of an open workbook. */
export function evidenceQueries(
  database: Database,
  search: SearchIndex,
  remembered: RememberedAnswers = rememberedAnswers(database),
) {
  const joined = joinedQueries(database);
  const all = database
    .prepare<[], number>(
      'SELECT (SELECT count(*) FROM evidence) - (SELECT count(*) FROM evidence WHERE deleted <> 0)',
    )
    .pluck();
  const uses = database.prepare<[string], number>('SELECT count(*) FROM link WHERE evidence_id = ?').pluck();
  const one = database.prepare<[string], EvidenceListRow>(`SELECT ${listColumns} FROM evidence WHERE id = ?`);
  const links = database.prepare<[string], { target_kind: LinkTarget['kind']; target_id: string }>(
    'SELECT target_kind, target_id FROM link WHERE evidence_id = ? ORDER BY target_kind, target_id',
  );
  const counts = database.prepare<[string], { target_id: string; count: number }>(
    'SELECT target_id, sum(count) AS count FROM evidence_spread WHERE target_kind = ? GROUP BY target_id',
  );
  const linkedCount = database
    .prepare<[string], number>(`SELECT count(*) FROM (${linkedToAny}) WHERE ${isListed}`)
    .pluck();
  const newestLinked = database.prepare<[string, number], EvidenceListRow>(
    rowsOf(
      `SELECT number FROM evidence WHERE deleted = 0 AND id IN (${linkedToAny}) ORDER BY changed DESC LIMIT ?`,
      'changed DESC',
    ),
  );
  const attachments = database.prepare<{ id: string }, AttachmentRow>(
    `SELECT entity_id, min(evidence_id <> :id) AS of_other, evidence_id, sha256, name, bytes, media_type FROM attachment
     WHERE evidence_id = :id OR evidence_id IN (SELECT joined.evidence_id FROM joined WHERE stands_in = :id)
     GROUP BY sha256 ORDER BY of_other, entity_id`,
  );
  const attachment = database.prepare<[string], AttachmentRow>(
    'SELECT * FROM attachment WHERE entity_id = ?',
  );
  const sameContent = database.prepare<[string, string], { evidence_id: string; title: string }>(
    `SELECT evidence_id, title FROM attachment JOIN evidence ON evidence.id = attachment.evidence_id
     WHERE sha256 = ? AND evidence_id <> ? AND deleted = 0`,
  );
  const sameTitle = database.prepare<[string], { id: string; title: string }>(
    'SELECT id, title FROM evidence WHERE title_key = ? AND deleted = 0 LIMIT 20',
  );
  const attachedBytes = database
    .prepare<[], number>(
      'SELECT coalesce(sum(bytes), 0) FROM (SELECT max(bytes) AS bytes FROM attachment GROUP BY sha256)',
    )
    .pluck();

  const countLinked = remembered.by((targets) => linkedCount.get(targets) ?? 0);
  const countMatching = remembered.by((condition) => {
    // Put together by `list` from a condition and its values.
    const [where, ...values] = JSON.parse(condition) as readonly [string, ...(string | number)[]];
    const query = database.prepare<unknown[], number>(`SELECT count(*) FROM evidence WHERE ${where}`);
    return query.pluck().get(...values) ?? 0;
  });

  return {
    ...joined,
    countAll: (): number => all.get() ?? 0,
    usesOf: (evidenceId: string): number => uses.get(evidenceId) ?? 0,
    /** How many items are linked to each target of a kind. Targets without any are absent. */
    countsByTarget: (kind: LinkTarget['kind']): ReadonlyMap<string, number> =>
      new Map(counts.all(kind).map((row) => [row.target_id, row.count])),

    /** How many items are linked to any of the targets, each once. */
    countLinkedToAny: (targets: readonly LinkTarget[]): number => countLinked(asJson(targets)),

    /** The newest items linked to any of the targets, each once. */
    linkedToAny: (targets: readonly LinkTarget[], limit: number): readonly EvidenceListRow[] =>
      newestLinked.all(asJson(targets), limit),

    get: (evidenceId: string): EvidenceListRow | undefined => one.get(evidenceId),
    linksOf: (evidenceId: string): readonly LinkTarget[] =>
      links.all(evidenceId).map((row) => ({ kind: row.target_kind, id: row.target_id })),
    /** Its files and those of the pieces that it stands for, each content once, its own first. */
    attachmentsOf: (evidenceId: string): readonly AttachmentRow[] => attachments.all({ id: evidenceId }),
    attachment: (entityId: string): AttachmentRow | undefined => attachment.get(entityId),
    /** Other evidence that the same file is attached to. */
    withSameContent: (sha256: string, exceptEvidenceId: string) => sameContent.all(sha256, exceptEvidenceId),
    /** Evidence whose title has the same words (see `titleKey`). */
    withTitleKey: (key: string) => sameTitle.all(key),
    /** Bytes of all attachments, each file once. */
    attachedBytes: (): number => attachedBytes.get() ?? 0,

    /** A page of the register and how many items the filter leaves. */
    list(filter: EvidenceFilter, sort: EvidenceSort, descending: boolean, offset: number, limit: number) {
      search.indexPending();
      const { where, values } = filterCondition(filter, joined.standInsMatching);
      const total = countMatching(JSON.stringify([where, ...values]));
      const direction = descending ? 'DESC' : 'ASC';
      const order = `${orders[sort]} ${direction}, number ${direction}`;
      // To look for a few among many in the order that was asked for would be to look at all of them.
      const way = filter.unlinked === true && total <= FEW ? 'INDEXED BY evidence_by_uses' : '';
      const numbers = `SELECT number FROM evidence ${way} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`;
      const rows = database
        .prepare<unknown[], EvidenceListRow>(rowsOf(numbers, order))
        .all(...values, limit, offset);
      return { total, rows };
    },
  };
}

export type AttachmentRow = {
  readonly entity_id: string;
  readonly evidence_id: string;
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly media_type: string;
};
