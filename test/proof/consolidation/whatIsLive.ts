import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { entityKey, foldRecords, type FoldedWorkbook } from '../../../shared/domain/foldRecords.ts';
import { fieldsInConflict, type EntityState } from '../../../shared/domain/entityState.ts';
import { changeLog } from '../../../electron/store/changeLog.ts';

/** A value, by the record that wrote it and its field. */
export type LiveValue = { readonly record: string; readonly field: string };

/** What a way of merging made of packets: two of these are the same workbook when they are equal. */
export type Outcome = {
  /** Every live record of every field with its value, in one order. */
  readonly state: string;
  /** The fields in conflict, in one order. */
  readonly conflicts: string;
  /** The values that are live. */
  readonly live: readonly LiveValue[];
};

/** What the projections of a workbook say. */
export function outcomeOf(database: Database): Outcome {
  const rows = database.prepare<[], { entity: string; entity_id: string; fields: string }>(
    `SELECT entity, entity_id, fields FROM entity_state WHERE fields <> '{}' ORDER BY entity, entity_id`,
  );
  const state: string[] = [];
  const conflicts: string[] = [];
  const live: LiveValue[] = [];
  for (const { entity, entity_id, fields } of rows.all()) {
    const key = entityKey(entity, entity_id);
    // Written by the projection from an EntityState.
    const parsed = JSON.parse(fields) as EntityState;
    state.push(`${key} ${fields}`);
    conflicts.push(...fieldsInConflict(parsed).map((field) => `${key} ${field}`));
    for (const [field, heads] of Object.entries(parsed))
      live.push(...heads.map(([record]) => ({ record, field })));
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

/**
 * The values that are neither live nor go before a live one: nobody will find them again from what they see. What a change
 * withdraws, as a deletion does, goes before each value that it writes.
 */
export function lostValues(
  records: readonly ChangeRecord[],
  live: readonly LiveValue[],
): readonly LiveValue[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const keyOf = ({ record, field }: LiveValue): string => `${record} ${field}`;
  const reached = new Set<string>();
  const waiting = [...live];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (reached.has(keyOf(value))) continue;
    reached.add(keyOf(value));
    const { set = {}, parents = {} } = byId.get(value.record) ?? {};
    for (const [field, before] of Object.entries(parents)) {
      const isWithdrawn = !Object.hasOwn(set, field);
      if (field === value.field || isWithdrawn) waiting.push(...before.map((record) => ({ record, field })));
    }
  }
  return records
    .flatMap(({ id, set }) => Object.keys(set).map((field) => ({ record: id, field })))
    .filter((value) => !reached.has(keyOf(value)));
}
