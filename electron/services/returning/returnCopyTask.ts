import { z } from 'zod';
import { returnManifestSchema } from '../../../shared/domain/returnWorkbook/returnManifest.ts';

/** What the thread that writes a workbook to fill in is told. */
export const returnCopyTaskSchema = z.strictObject({
  manifest: returnManifestSchema,
  marking: z.string(),
  /** Where it is written first, beside the place where it goes. */
  partPath: z.string(),
  /** Empty for a file without a password. */
  password: z.string(),
});
export type ReturnCopyTask = z.infer<typeof returnCopyTaskSchema>;
