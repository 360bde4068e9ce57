import * as z from 'zod';

const bothSchema = z.object({ ours: z.number(), floor: z.number() });

/** Milliseconds of the same thing done many times by the workbook and by its floor, in turns. */
export const timingSchema = z.object({
  what: z.string(),
  ours: z.array(z.number()),
  floor: z.array(z.number()),
  /** What the floor is, in words. */
  floorIs: z.string(),
  /** At most this many times the floor; null where there is no aim. */
  aim: z.number().nullable(),
  /** The aim is for the 99th percentile instead of the median. */
  isAimedAtP99: z.boolean().optional(),
  /** Where the processes that are measured are others than the one that measures. */
  megabytes: bothSchema.optional(),
});
export type Timing = z.infer<typeof timingSchema>;

/** Which workbook is measured, and where more files may be written. */
export const benchSchema = z.object({ folder: z.string(), pieces: z.number(), workFolder: z.string() });
export type Bench = z.infer<typeof benchSchema>;

/** One thing that the bench measures. With `floorOnly` only the floor runs, for its memory. */
export type Measure = (bench: Bench, floorOnly: boolean) => Promise<readonly Timing[]>;

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
