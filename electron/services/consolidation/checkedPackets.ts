import { z } from 'zod';
import {
  differenceSchema,
  differenceCountsSchema,
} from '../../../shared/domain/consolidation/consolidationPreview.ts';
import { packetSourceSchema } from '../../../shared/api/views/consolidationView.ts';

/** What the worker is to look at, and against what. */
export const packetCheckSchema = z.strictObject({
  sources: z.array(z.strictObject({ path: z.string(), name: z.string() })),
  passphrases: z.array(z.string()),
  /** The workbook that they have to belong to; null where a workbook is to be made from them. */
  workbook: z.strictObject({ id: z.string(), partnership: z.string(), round: z.string() }).nullable(),
  /** A new folder for what is unpacked. */
  folder: z.string(),
  /** The workbook's own attachments. */
  attachments: z.string(),
});
export type PacketCheck = z.infer<typeof packetCheckSchema>;

/** Where the private copy of the workbook is; null where there is no workbook yet. The worker begins before it is made. */
export const checkedAgainstSchema = z.string().nullable();

/** A packet as the worker found it, with all that is not taken. */
export const checkedSourceSchema = packetSourceSchema.omit({ notTaken: true });
export type CheckedSource = z.infer<typeof checkedSourceSchema>;

/** What the worker found; the changes themselves wait in the folder. */
export const checkedPacketsSchema = z.strictObject({
  sources: z.array(checkedSourceSchema),
  total: differenceCountsSchema,
  differences: z.array(differenceSchema),
  more: z.number(),
  /** Unpacked files that changes refer to and that may be kept. */
  attachments: z.array(z.string()),
});
export type CheckedPackets = z.infer<typeof checkedPacketsSchema>;

/** Where the changes of checked packets wait, in the folder of the check. */
export const STAGING_FILE = 'staged.sqlite';
/** Where their attached files wait. */
export const STAGED_ATTACHMENTS = 'attachments';
