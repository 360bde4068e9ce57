import { z } from 'zod';

/** A file that the reading program is to read. */
export const readingOrderSchema = z.strictObject({
  file: z.string(),
  workbook: z.string(),
  passwords: z.array(z.string()),
});
export type ReadingOrder = z.infer<typeof readingOrderSchema>;

/** What came of it. */
export const readingAnswerSchema = z.strictObject({
  refused: z.boolean(),
  /** What should not have happened, or null. */
  fault: z.string().nullable(),
  milliseconds: z.number(),
  /** The most memory that the program has had so far. */
  megabytes: z.number(),
});
export type ReadingAnswer = z.infer<typeof readingAnswerSchema>;
