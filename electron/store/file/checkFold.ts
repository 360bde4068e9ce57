import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { foldRecords, type FoldedEntity } from '../../../shared/domain/foldRecords.ts';
import type { Problem } from './checkRecords.ts';

const WHAT = 'The current values of an entry are not what its changes fold to';

type Row = {
  readonly entity: string;
  readonly entity_id: string;
  readonly body: string;
  readonly hash: string;
};

/**
 * Compares the current values of every entry with the fold of its changes. Parents name changes of the same entry only, so
 * that entries can be folded one after the other.
 */
export function checkFold(database: Database, onProblem: (problem: Problem) => void): void {
  const stored = database
    .prepare<[string, string], string>('SELECT fields FROM entity_state WHERE entity = ? AND entity_id = ?')
    .pluck();
  for (const [{ entity, entity_id: entityId }, records] of entries(database)) {
    const [folded] = foldRecords(records).values();
    if (stored.get(entity, entityId) !== spelled(folded)) {
      onProblem({ what: WHAT, where: `${entity} ${entityId}` });
    }
  }
  for (const where of database.prepare<[], string>(WITHOUT_CHANGES).pluck().all()) {
    onProblem({ what: 'An entry has current values but no changes', where });
  }
}

const WITHOUT_CHANGES = `SELECT entity || ' ' || entity_id FROM entity_state s WHERE NOT EXISTS
  (SELECT 1 FROM change_record r WHERE r.entity_id = s.entity_id AND r.entity = s.entity)`;

/** The changes of each entry, entry by entry. */
function* entries(database: Database): Generator<[Row, readonly ChangeRecord[]]> {
  const rows = database.prepare<[], Row>(
    'SELECT entity, entity_id, body, hash FROM change_record ORDER BY entity_id, entity',
  );
  let first: Row | undefined;
  let records: ChangeRecord[] = [];
  for (const row of rows.iterate()) {
    if (first !== undefined && (first.entity !== row.entity || first.entity_id !== row.entity_id)) {
      yield [first, records];
      first = undefined;
    }
    if (first === undefined) {
      first = row;
      records = [];
    }
    // Checked against its fingerprint and its form before this runs.
    records.push({ ...(JSON.parse(row.body) as Omit<ChangeRecord, 'hash'>), hash: row.hash });
  }
  if (first !== undefined) yield [first, records];
}

/** A folded entry as `entity_state.fields` spells it; one whose every value was withdrawn has no fields. */
function spelled(folded: FoldedEntity | undefined): string {
  const fields = [...(folded ?? [])].map(([field, values]) => [
    field,
    values
      .flatMap(({ value, records }) => records.map((record) => [record, value] as const))
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  ]);
  return JSON.stringify(Object.fromEntries(fields));
}
