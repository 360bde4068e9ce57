import { z } from 'zod';
import { fieldValueSchema } from '../../domain/changeRecord.ts';
import { stampSchema } from '../../domain/stamp.ts';

/** One live value of a field and the records that hold it. */
export const liveValueViewSchema = z.strictObject({
  value: fieldValueSchema,
  records: z.array(z.string()),
  stamps: z.array(stampSchema),
});

/** A field as a screen shows it. One live value: settled. More: in conflict. None: never written, or withdrawn. */
export const fieldViewSchema = z.strictObject({ live: z.array(liveValueViewSchema) });
export type FieldView = z.infer<typeof fieldViewSchema>;

/** The fields of one entity, by name; fields never written are absent. */
export const entityViewSchema = z.strictObject({
  entity: z.string(),
  entityId: z.string(),
  fields: z.record(z.string(), fieldViewSchema),
  /** The live records of each field: hand them back as `seen` when editing. */
  seen: z.record(z.string(), z.array(z.string())),
  deleted: z.boolean(),
  /** Names of fields with more than one live value; `deleted` when deleted by one and changed by another. */
  conflicts: z.array(z.string()),
});
export type EntityView = z.infer<typeof entityViewSchema>;

/** What every saving operation answers: the time of the commit and the new heads to edit from. */
export const savedSchema = z.strictObject({
  /** ISO 8601; the transaction had been committed and synced by then. */
  savedAt: z.string(),
  entity: entityViewSchema,
});
export type Saved = z.infer<typeof savedSchema>;
