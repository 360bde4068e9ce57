import { z } from 'zod';

export const verificationReportSchema = z.strictObject({
  /** The workbook itself is what it was: the records, and what is made from them. Attached files do not count here. */
  sound: z.boolean(),
  records: z.number().int().nonnegative(),
  entities: z.number().int().nonnegative(),
  evidence: z.number().int().nonnegative(),
  attachments: z.number().int().nonnegative(),
  /** Attached files that are here and not what was attached, or cannot be read; not those that are in another copy. */
  damagedFiles: z.number().int().nonnegative(),
  /** The first hundred things that do not agree, by ids and places; never what somebody wrote. */
  problems: z.array(z.strictObject({ what: z.string(), where: z.string() })),
});
export type VerificationReport = z.infer<typeof verificationReportSchema>;
