import { z } from 'zod';
import { replyErrorSchema } from '../../shared/domain/replyErrorSchema.ts';

/** What a thread says: how far it is, any number of times, and then once how it ended. */
export const threadMessageSchema = z.union([
  z.strictObject({ progress: z.number(), step: z.string() }),
  z.strictObject({ done: z.unknown() }),
  z.strictObject({
    failed: replyErrorSchema,
    /** The cause, for the log. */
    detail: z.string(),
  }),
]);
export type ThreadMessage = z.infer<typeof threadMessageSchema>;

/** What is said to a thread after it was started: to stop, or what its task still waited for. */
export const STOP = 'stop';
export const laterSchema = z.strictObject({ later: z.unknown() });
