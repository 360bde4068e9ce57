import { z } from 'zod';
import { documentModelSchema } from '../../documents/documentModel.ts';

/** What the worker is to write, and where; no file may be there yet. */
export const handBackTaskSchema = z.strictObject({
  notes: z.array(z.strictObject({ target: z.string(), model: documentModelSchema })),
});
export type HandBackTask = z.infer<typeof handBackTaskSchema>;

export const writtenNotesSchema = z.strictObject({ bytes: z.number() });
