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
  return {
    entity,
    entityId,
    fields: Object.fromEntries(Object.keys(state).map((field) => [field, fieldViewOf(log, state, field)])),
    seen: headsByField(state),
    deleted: isDeleted(state),
    conflicts: [...fieldsInConflict(state)],
  };
}

function fieldViewOf(log: ChangeLog, state: EntityState, field: string): FieldView {
  const heads = state[field] ?? [];
  return {
    live: distinctValues(state, field).map((value) => {
      const records = heads.filter(([, held]) => held === value).map(([record]) => record);
      return {
        value,
        records,
        stamps: records.flatMap((id) => {
          const record = log.find(id)?.record;
          if (record === undefined) return [];
          return [{ author: record.author, voice: record.voice, replica: record.replica, at: record.at }];
        }),
      };
    }),
  };
}
