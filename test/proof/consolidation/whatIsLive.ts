import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { entityKey, foldRecords, type FoldedWorkbook } from '../../../shared/domain/foldRecords.ts';
import { fieldsInConflict, type EntityState } from '../../../shared/domain/entityState.ts';
import { changeLog } from '../../../electron/store/changeLog.ts';

/** What a way of merging made of packets: two of these are the same workbook when they are equal. */
export type Outcome = {
  /** Every live record of every field with its value, in one order. */
  readonly state: string;
  /** The fields in conflict, in one order. */
  readonly conflicts: string;
  /** The records that are live in any field. */
  readonly live: ReadonlySet<string>;
};

/** What the projections of a workbook say. */
export function outcomeOf(database: Database): Outcome {
  const rows = database.prepare<[], { entity: string; entity_id: string; fields: string }>(
    `SELECT entity, entity_id, fields FROM entity_state WHERE fields <> '{}' ORDER BY entity, entity_id`,
  );
  const state: string[] = [];
  const conflicts: string[] = [];
  const live = new Set<string>();
  for (const { entity, entity_id, fields } of rows.all()) {
    const key = entityKey(entity, entity_id);
    // Written by the projection from an EntityState.
    const parsed = JSON.parse(fields) as EntityState;
    state.push(`${key} ${fields}`);
    conflicts.push(...fieldsInConflict(parsed).map((field) => `${key} ${field}`));
    for (const heads of Object.values(parsed)) for (const [record] of heads) live.add(record);
  }
  return { state: state.join('\n'), conflicts: conflicts.join('\n'), live };
}

/** Every record of a workbook's log. */
export function recordsOf(database: Database): readonly ChangeRecord[] {
  return [...changeLog(database).all()].map(({ record }) => record);
}

/** The fold of records spelled as `outcomeOf` spells a state; it shares no code with the projections. */
export function foldedState(records: Iterable<ChangeRecord>): string {
  const folded: FoldedWorkbook = foldRecords(records);
  return [...folded]
    .map(([key, fields]) => {
      const spelled = [...fields].map(([field, values]) => [
        field,
        values
          .flatMap(({ value, records: heads }) => heads.map((head) => [head, value] as const))
          .toSorted(([left], [right]) => (left < right ? -1 : 1)),
      ]);
      return `${key} ${JSON.stringify(Object.fromEntries(spelled))}`;
    })
    .join('\n');
}

/** The records whose values are neither live nor go before a live one: values that nobody will find again. */
export function lostRecords(records: readonly ChangeRecord[], live: ReadonlySet<string>): readonly string[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const reached = new Set<string>();
  const waiting = [...live];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...Object.values(byId.get(id)?.parents ?? {}).flat());
  }
  return records.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
}
