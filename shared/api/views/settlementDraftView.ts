import { z } from 'zod';
import { settleWays } from '../../domain/entityCatalogue.ts';

/** All values of a field, one after the other, and more. */
const text = z.string().max(2_000_000);
/** Ids of records, joined. */
const records = z.string().max(200_000);

/**
 * What somebody has chosen and written to settle one conflict with, and has not settled it with yet; or, as `own` alone, what
 * was typed into a field that can't take it.
 */
export const settlementDraftSchema = z.strictObject({
  /** What the conflict is called, for when it has been settled elsewhere and only the text is left. */
  label: z.string().max(4_000),
  way: z.enum(settleWays).nullable(),
  /** The records of the value taken, joined; null when none is. */
  taken: records.nullable(),
  /** The text made of all values, and what it was made of: untouched while they are equal. */
  combined: text,
  combinedFrom: text,
  /** One's own value as it is typed or chosen; empty when there is none. */
  own: text,
  reason: z.string().max(2_000),
  /** The records of all values that were there when the writing began, joined; null before that. */
  begunWith: records.nullable(),
});
export type SettlementDraft = Readonly<z.infer<typeof settlementDraftSchema>>;

/** A draft with the field that it is about. */
export const keptSettlementDraftSchema = z.strictObject({
  entity: z.string(),
  entityId: z.string(),
  field: z.string(),
  draft: settlementDraftSchema,
  /** When it was kept, ISO 8601. */
  at: z.string(),
});
export type KeptSettlementDraft = z.infer<typeof keptSettlementDraftSchema>;
