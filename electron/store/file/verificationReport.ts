import { z } from 'zod';

export const verificationReportSchema = z.strictObject({
  /** Nothing disagrees: the records, what is made from them, and the attached files are what they were. */
  sound: z.boolean(),
  records: z.number().int().nonnegative(),
  entities: z.number().int().nonnegative(),
  evidence: z.number().int().nonnegative(),
  attachments: z.number().int().nonnegative(),
  /** The first hundred things that do not agree, by ids and places; never what somebody wrote. */
  problems: z.array(z.strictObject({ what: z.string(), where: z.string() })),
});
export type VerificationReport = z.infer<typeof verificationReportSchema>;
