import { z } from 'zod';

/** Who made a change: shown beside every value that could be in conflict and in the history. */
export const stampSchema = z.strictObject({
  author: z.string(),
  voice: z.string(),
  replica: z.string(),
  /** ISO 8601, Coordinated Universal Time. */
  at: z.string(),
});
export type Stamp = z.infer<typeof stampSchema>;
