import { z } from 'zod';
import { differenceCountsSchema } from '../../../shared/domain/consolidation/consolidationPreview.ts';

/** One packet as the log of consolidations keeps it. */
export const takenSourceSchema = z.strictObject({
  packet: z.string(),
  file: z.string(),
  author: z.string(),
  voice: z.string(),
  voiceName: z.string(),
  replica: z.string(),
  madeAt: z.string(),
  counts: differenceCountsSchema,
  /** What was not taken, with the reason. */
  ignored: z.array(z.strictObject({ what: z.string(), why: z.string() })),
});

/** What a consolidation did, kept with the workbook. */
export const consolidationReceiptSchema = z.strictObject({
  author: z.string(),
  /** The verified backup of the workbook as it was before. */
  backup: z.string(),
  sources: z.array(takenSourceSchema),
  /** Changes that were new to the workbook. */
  added: z.number(),
  /** Changes that had been set aside by an undone consolidation and came back. */
  returned: z.number(),
  attachments: z.number(),
  conflictsBefore: z.number(),
  conflictsAfter: z.number(),
  stateBefore: z.string(),
  stateAfter: z.string(),
});
export type ConsolidationReceipt = z.infer<typeof consolidationReceiptSchema>;
