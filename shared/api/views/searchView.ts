import { z } from 'zod';
import { stampSchema } from '../../domain/stamp.ts';
import { fieldValueSchema } from '../../domain/changeRecord.ts';

/** More than the answers and grades of a workbook of many voices, so that all of them can be asked for. */
export const MOST_HITS = 5_000;

export const searchHitSchema = z.strictObject({
  entity: z.string(),
  entityId: z.string(),
  /** What it is and where it belongs, in words: "Answer to 6.2, question 1, Police Scotland". */
  label: z.string(),
  /** The passage around the first match; matches are between U+0002 and U+0003. */
  excerpt: z.string(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchViewSchema = z.strictObject({
  hits: z.array(searchHitSchema),
  /** More were found than are listed. */
  more: z.boolean(),
});

export type SearchView = z.infer<typeof searchViewSchema>;

export const historyEntrySchema = z.strictObject({
  record: z.string(),
  entity: z.string(),
  entityId: z.string(),
  /** What was changed, in words: "Answer to 6.2, question 1". */
  label: z.string(),
  stamp: stampSchema,
  voiceName: z.string(),
  changes: z.array(
    z.strictObject({
      field: z.string(),
      fieldLabel: z.string(),
      /** What stood there before; null when nothing did. */
      before: fieldValueSchema,
      after: fieldValueSchema,
      /** Whether this value still stands. */
      live: z.boolean(),
    }),
  ),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const historyViewSchema = z.strictObject({
  entries: z.array(historyEntrySchema),
  /** Hand back as `before` for the next page; null at the beginning of time. */
  next: z.number().nullable(),
});
