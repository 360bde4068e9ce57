import type { Database } from 'better-sqlite3';
import type { EntityKind } from '../../shared/domain/entityCatalogue.ts';
import { WORKBOOK_ENTITY_ID, linkTargetKinds, type LinkTarget } from '../../shared/domain/entityIdentity.ts';
import { fieldsInConflict, isDeleted, type EntityState } from '../../shared/domain/entityState.ts';
import { isAnswer } from '../../shared/domain/exportModel/coverage.ts';
import type {
  ExportEntity,
  ExportEvidence,
  ExportFile,
  ExportSource,
} from '../../shared/domain/exportModel/exportSource.ts';
import { isWritten } from '../../shared/domain/exportModel/liveText.ts';
import type { EvidenceKind } from '../../shared/domain/entityCatalogue.ts';
import type { EvidenceSummary } from '../../shared/domain/evidenceStrength.ts';
import type { Catalogue } from '../../shared/domain/frameworkSchema.ts';
import { entityStates } from './entityStates.ts';
import { summaryOf } from './outcomeQueries.ts';

/** Deleted evidence that somebody else changed is in conflict: it is exported, and says so. */
const SHOWN = '(deleted = 0 OR conflict = 1)';
const LINKED = `id IN (SELECT link.evidence_id FROM json_each(?) AS target
  CROSS JOIN link ON target_kind = target.value ->> 0 AND target_id = target.value ->> 1)`;

/**
 * What an export shows, read from a snapshot that nobody changes meanwhile. Evidence is read one by one as it is asked
 * for; the order is that of titles, so that two copies with the same records export the same.
 */
export function readExportSource(
  database: Database,
  given: { readonly catalogue: Catalogue; readonly generatedAt: string; readonly appVersion: string },
): ExportSource {
  const states = entityStates(database);
  const shown = <Kind extends EntityKind>(kind: Kind): readonly ExportEntity<Kind>[] =>
    [...states.ofKind(kind)]
      .filter(({ state }) => !isDeleted(state) || fieldsInConflict(state).includes('deleted'))
      .map(({ entityId, state }) => ({ kind, id: entityId, state }));
  const answers = shown('answer');
  const grades = shown('grade');
  const actions = shown('action');
  const indicatorValues = shown('indicator-value');
  const participation = shown('participation');
  return {
    ...given,
    workbook: {
      kind: 'workbook',
      id: WORKBOOK_ENTITY_ID,
      state: states.get('workbook', WORKBOOK_ENTITY_ID)?.state ?? {},
    },
    answers,
    grades,
    actions,
    indicators: shown('indicator'),
    indicatorValues,
    participation,
    pathwayCells: shown('pathway-cell'),
    ...evidenceReader(database),
    counts: {
      answers: answers.filter(isAnswer).length,
      grades: grades.filter((grade) => isWritten(grade, 'grade')).length,
      evidence: count(database, `SELECT count(*) FROM evidence WHERE ${SHOWN}`),
      files: count(
        database,
        `SELECT count(*) FROM attachment WHERE evidence_id IN (SELECT id FROM evidence WHERE ${SHOWN})`,
      ),
      actions: actions.length,
      indicatorValues: indicatorValues.length,
      participation: participation.length,
    },
  };
}

function evidenceReader(
  database: Database,
): Pick<ExportSource, 'evidence' | 'evidenceLinkedTo' | 'summaryOf'> {
  const inOrder = database
    .prepare<[], number>(`SELECT number FROM evidence WHERE ${SHOWN} ORDER BY title COLLATE NOCASE, id`)
    .pluck()
    .all();
  // By the row's number, so that a hundred thousand places take half a megabyte.
  const places = new Int32Array(inOrder.reduce((most, number) => Math.max(most, number), 0) + 1);
  for (const [index, number] of inOrder.entries()) places[number] = index + 1;

  const one = database.prepare<[number], EvidenceRow>(
    `SELECT entity_id, fields,
       (SELECT json_group_array(json_array(target_kind, target_id) ORDER BY target_kind, target_id)
        FROM link WHERE evidence_id = entity_state.entity_id) AS links,
       (SELECT json_group_array(json_array(name, bytes, sha256) ORDER BY name, sha256)
        FROM attachment WHERE evidence_id = entity_state.entity_id) AS files
     FROM entity_state WHERE number = ?`,
  );
  const linked = database
    .prepare<[string], number>(`SELECT number FROM evidence WHERE ${SHOWN} AND ${LINKED}`)
    .pluck();
  const groups = database.prepare<[string], Group>(
    `SELECT '' AS target_id, kind, partner, count(*) AS count, max(date) AS newest
     FROM evidence WHERE deleted = 0 AND ${LINKED} GROUP BY kind, partner`,
  );
  const summaries = new Map<string, EvidenceSummary>();

  function* read(numbers: Iterable<number>): Generator<ExportEvidence> {
    for (const number of numbers) {
      const row = one.get(number);
      if (row === undefined) throw new Error('Evidence has a state');
      yield {
        kind: 'evidence',
        id: row.entity_id,
        number: places[number] ?? 0,
        // Written by the projector from an EntityState, and compared with the log by the verification.
        state: JSON.parse(row.fields) as EntityState,
        links: linksOf(row.links),
        files: filesOf(row.files),
      };
    }
  }

  return {
    evidence: () => read(inOrder),
    evidenceLinkedTo: (targets) =>
      read(linked.all(asJson(targets)).sort((left, right) => (places[left] ?? 0) - (places[right] ?? 0))),
    summaryOf(targets) {
      const key = asJson(targets);
      const summary = summaries.get(key) ?? summaryOf(groups.all(key));
      summaries.set(key, summary);
      return summary;
    },
  };
}

type EvidenceRow = {
  readonly entity_id: string;
  readonly fields: string;
  readonly links: string;
  readonly files: string;
};
type Group = {
  readonly target_id: string;
  readonly kind: EvidenceKind | null;
  readonly partner: string | null;
  readonly count: number;
  readonly newest: string | null;
};

function asJson(targets: readonly LinkTarget[]): string {
  return JSON.stringify(targets.map(({ kind, id }) => [kind, id]));
}

function linksOf(json: string): readonly LinkTarget[] {
  // Made by the query above: pairs of a kind and an id.
  const pairs = JSON.parse(json) as readonly (readonly [string, string])[];
  return pairs.flatMap(([name, id]) => {
    const kind = linkTargetKinds.find((known) => known === name);
    return kind === undefined ? [] : [{ kind, id }];
  });
}

function filesOf(json: string): readonly ExportFile[] {
  if (json === '[]') return [];
  // Made by the query above.
  const rows = JSON.parse(json) as readonly (readonly [string, number, string])[];
  return rows.map(([name, bytes, sha256]) => ({ name, bytes, sha256 }));
}

function count(database: Database, sql: string): number {
  return database.prepare<[], number>(sql).pluck().get() ?? 0;
}
