import { z } from 'zod';
import { errorCodes } from './workbookError.ts';

/** What crosses of a failure: to a page, to a script, out of a thread. */
export const replyErrorSchema = z.strictObject({
  code: z.enum(errorCodes),
  /** A plain sentence: what is wrong, where, and what to do. */
  message: z.string(),
});
export type ReplyError = z.infer<typeof replyErrorSchema>;
