import { z } from 'zod';

/** What the export's thread is told when it starts. */
export const exportTaskSchema = z.strictObject({
  snapshotPath: z.string(),
  /** The file as it should be called in the end. */
  targetPath: z.string(),
  /** Where it is written first, beside the target. */
  partPath: z.string(),
  /** Left out: anybody can open the file. */
  protection: z
    .strictObject({
      password: z.string().min(1),
      /** Where it is written and checked before it is protected: never outside the workbook's own folder. */
      plainPath: z.string(),
    })
    .optional(),
  replace: z.boolean(),
  generatedAt: z.string(),
  appVersion: z.string(),
});
export type ExportTask = z.infer<typeof exportTaskSchema>;

/** What it answers. */
export const exportReceiptSchema = z.strictObject({
  counts: z.array(z.strictObject({ name: z.string(), count: z.number() })),
  fingerprint: z.string(),
  notes: z.array(z.string()),
});
