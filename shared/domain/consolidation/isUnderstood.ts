import { CHANGE_SCHEMA, type ChangeRecord } from '../changeRecord.ts';
import { entityCatalogue, isEntityKind } from '../entityCatalogue.ts';

/** Whether this version knows the kind of entry and every field that the record sets. Others are kept for a newer one. */
export function isUnderstood(record: Pick<ChangeRecord, 'entity' | 'set' | 'schema'>): boolean {
  return (
    record.schema <= CHANGE_SCHEMA &&
    isEntityKind(record.entity) &&
    Object.keys(record.set).every((field) => isKnownField(record.entity, field))
  );
}

/** Whether this version knows the field of the kind of entry, and so can write it. */
export function isKnownField(entity: string, field: string): boolean {
  return isEntityKind(entity) && Object.hasOwn(entityCatalogue[entity].shape, field);
}
