/** One field of one entry. */
export type FieldAddress = {
  readonly entity: string;
  readonly entityId: string;
  readonly field: string;
};

/** What one field of one entry is known by, in addresses and among drafts. */
export function fieldKey({ entity, entityId, field }: FieldAddress): string {
  return `${entity} ${entityId} ${field}`;
}
