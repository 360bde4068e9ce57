import { z } from 'zod';
import {
  notTakenAboutSchema,
  notTakenRowSchema,
} from '../../../shared/domain/consolidation/notTakenModel.ts';

/** What the thread that writes the list of what was not taken is told. */
export const notTakenTaskSchema = z.strictObject({
  about: notTakenAboutSchema,
  rows: z.array(notTakenRowSchema),
  /** Where it is written first, beside the place where it goes. */
  partPath: z.string(),
});
export type NotTakenTask = z.infer<typeof notTakenTaskSchema>;

/** What it answers: the receipt of the file, which has been opened again and agrees. */
export const writtenListSchema = z.strictObject({
  counts: z.array(z.strictObject({ name: z.string(), count: z.number() })),
  fingerprint: z.string(),
  notes: z.array(z.string()),
});
