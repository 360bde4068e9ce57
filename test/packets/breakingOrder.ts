import { z } from 'zod';

/** How many packets a process breaks, and how they are tried. */
export const breakingOrderSchema = z.strictObject({
  /** This many are broken by chance. */
  random: z.number(),
  seed: z.number(),
  /** Whether those that are made to do harm are tried too. */
  hostile: z.boolean(),
  /** With the whole program and a workbook open, or the check alone, which is quicker. */
  inProgram: z.boolean(),
});
export type BreakingOrder = z.infer<typeof breakingOrderSchema>;

/** What came of it. */
export const breakingAnswerSchema = z.strictObject({
  tried: z.number(),
  refused: z.number(),
  readRight: z.number(),
  /** What went wrong: none is the aim. */
  wrong: z.array(z.string()),
  slowestMilliseconds: z.number(),
  megabytes: z.number(),
});
export type BreakingAnswer = z.infer<typeof breakingAnswerSchema>;
export type BreakingReport = Omit<BreakingAnswer, 'megabytes'>;
