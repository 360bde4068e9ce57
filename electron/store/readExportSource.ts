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
import type { Catalogue } from '../../shared/domain/frameworkSchema.ts';
import { entityStates } from './entityStates.ts';
import { EXPORTED_EVIDENCE, evidenceSpread } from './evidenceSpread.ts';

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
      evidence: count(database, `SELECT count(*) FROM evidence WHERE ${EXPORTED_EVIDENCE}`),
      files: count(
        database,
        `SELECT count(*) FROM (
           SELECT DISTINCT coalesce(stands_in, evidence_id) AS shown_with, sha256
           FROM attachment LEFT JOIN joined USING (evidence_id)
         ) WHERE shown_with IN (SELECT id FROM evidence WHERE ${EXPORTED_EVIDENCE})`,
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
  const spread = evidenceSpread(database);
  const one = database.prepare<[number], EvidenceRow>(
    `SELECT entity_id, fields,
       (SELECT json_group_array(json_array(target_kind, target_id) ORDER BY target_kind, target_id)
        FROM link WHERE evidence_id = entity_state.entity_id) AS links,
       (SELECT json_group_array(json_array(name, bytes, sha256) ORDER BY name, sha256) FROM (
          SELECT name, bytes, sha256, min(evidence_id <> entity_state.entity_id) FROM attachment
          WHERE evidence_id = entity_state.entity_id
            OR evidence_id IN (SELECT joined.evidence_id FROM joined WHERE stands_in = entity_state.entity_id)
          GROUP BY sha256)) AS files
     FROM entity_state WHERE number = ?`,
  );

  function read(place: number): ExportEvidence {
    const row = one.get(spread.numbers[place] ?? -1);
    if (row === undefined) throw new Error('Evidence has a state');
    return {
      kind: 'evidence',
      id: row.entity_id,
      number: place + 1,
      // Written by the projector from an EntityState, and compared with the log by the verification.
      state: JSON.parse(row.fields) as EntityState,
      links: linksOf(row.links),
      files: filesOf(row.files),
    };
  }

  function* readAll(places: Iterable<number>): Generator<ExportEvidence> {
    for (const place of places) yield read(place);
  }

  return {
    evidence: () => readAll(spread.numbers.keys()),
    evidenceLinkedTo: (targets) => readAll(spread.placesLinkedTo(targets)),
    summaryOf: (targets) => spread.summaryOf(targets),
  };
}

type EvidenceRow = {
  readonly entity_id: string;
  readonly fields: string;
  readonly links: string;
  readonly files: string;
};

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
