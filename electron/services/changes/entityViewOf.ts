import type { EntityView, FieldView } from '../../../shared/api/views/fieldView.ts';
import {
  distinctValues,
  fieldsInConflict,
  headsByField,
  isDeleted,
  type EntityState,
} from '../../../shared/domain/entityState.ts';
import type { ChangeLog } from '../../store/changeLog.ts';
import type { EntityStates } from '../../store/entityStates.ts';

/** An entity as screens and scripts see it, with who wrote each live value. Never written: no fields. */
export function entityViewOf(
  log: ChangeLog,
  states: EntityStates,
  entity: string,
  entityId: string,
): EntityView {
  const state = states.get(entity, entityId)?.state ?? {};
  const stamps = stampsOf(log, state);
  return {
    entity,
    entityId,
    fields: Object.fromEntries(Object.keys(state).map((field) => [field, fieldViewOf(state, field, stamps)])),
    seen: headsByField(state),
    deleted: isDeleted(state),
    conflicts: [...fieldsInConflict(state)],
  };
}

type Stamp = FieldView['live'][number]['stamps'][number];

/** Who wrote each live record. One record often stands in several fields, and is looked up once. */
function stampsOf(log: ChangeLog, state: EntityState): ReadonlyMap<string, Stamp> {
  const ids = new Set(Object.values(state).flatMap((heads) => heads.map(([id]) => id)));
  return new Map(
    [...ids].flatMap((id) => {
      const record = log.find(id)?.record;
      if (record === undefined) return [];
      const { author, voice, replica, at } = record;
      return [[id, { author, voice, replica, at }] as const];
    }),
  );
}

function fieldViewOf(state: EntityState, field: string, stamps: ReadonlyMap<string, Stamp>): FieldView {
  const heads = state[field] ?? [];
  return {
    live: distinctValues(state, field).map((value) => {
      const records = heads.filter(([, held]) => held === value).map(([record]) => record);
      return { value, records, stamps: records.flatMap((id) => stamps.get(id) ?? []) };
    }),
  };
}
