import type { EntityView, FieldView } from '../../../shared/api/views/fieldView.ts';
import {
  distinctValues,
  fieldsInConflict,
  headsByField,
  isDeleted,
  type EntityState,
} from '../../../shared/domain/entityState.ts';
import type { EntityStates } from '../../store/entityStates.ts';
import type { RecordStamps } from './recordStamps.ts';

/** An entity as screens and scripts see it, with who wrote each live value. Never written: no fields. */
export function entityViewOf(
  stamps: RecordStamps,
  states: EntityStates,
  entity: string,
  entityId: string,
): EntityView {
  const state = states.get(entity, entityId)?.state ?? {};
  return {
    entity,
    entityId,
    fields: Object.fromEntries(Object.keys(state).map((field) => [field, fieldViewOf(state, field, stamps)])),
    seen: headsByField(state),
    deleted: isDeleted(state),
    conflicts: [...fieldsInConflict(state)],
  };
}

function fieldViewOf(state: EntityState, field: string, stamps: RecordStamps): FieldView {
  const heads = state[field] ?? [];
  return {
    live: distinctValues(state, field).map((value) => {
      const records = heads.filter(([, held]) => held === value).map(([record]) => record);
      return { value, records, stamps: records.flatMap((id) => stamps.of(id) ?? []) };
    }),
  };
}
