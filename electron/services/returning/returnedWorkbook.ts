import { z } from 'zod';
import { changeRecordSchema } from '../../../shared/domain/changeRecord.ts';
import { recordOfText, sealedText } from '../../../shared/domain/sealRecord.ts';

const untakenSchema = z.strictObject({
  sheet: z.string(),
  cell: z.string(),
  value: z.string(),
  reason: z.string(),
});

/** A returned workbook, read: a contribution like a packet, and a list of everything that was not taken. */
export const returnedWorkbookSchema = z.strictObject({
  source: z.strictObject({
    /** The file's own id; a copy of the file has the same. */
    packet: z.string(),
    workbook: z.string(),
    partnership: z.string(),
    round: z.string(),
    /** The name on the cover, or for whom the file speaks when nobody filled it in. */
    author: z.string(),
    voice: z.string(),
    voiceName: z.string(),
    replica: z.string(),
    /** When the file was made, not when it was filled in: nobody knows that. */
    madeAt: z.string(),
    /** Whether a password opened it. */
    encrypted: z.boolean(),
  }),
  /** Sealed, with the records as parents whose values stood in the cells. The same file gives the same ones again. */
  records: z.array(changeRecordSchema),
  notTaken: z.array(untakenSchema),
  /** Cells that were taken, but not quite as they stood: "It was a formula; its result was taken." */
  remarks: z.array(untakenSchema),
});
export type ReturnedWorkbook = z.infer<typeof returnedWorkbookSchema>;

/** What the thread that reads is told. */
export const readingTaskSchema = z.strictObject({
  file: z.string(),
  /** The name that the file came with: a dropped file lies under another. */
  name: z.string(),
  /** The workbook that is open; null when any will do. */
  workbook: z.string().nullable(),
  passwords: z.array(z.string()),
});
export type ReadingTask = z.infer<typeof readingTaskSchema>;

/** The same with changes as their sealed texts, which are several times as quick to hand from thread to thread. */
export const readingAnswerSchema = returnedWorkbookSchema.extend({
  records: z.array(
    z
      .strictObject({ text: z.string(), hash: z.string() })
      .transform(({ text, hash }) => recordOfText(text, hash)),
  ),
});
type ReadingAnswer = z.input<typeof readingAnswerSchema>;

/** What the thread that reads answers. */
export function readingAnswerOf(read: ReturnedWorkbook): ReadingAnswer {
  return {
    ...read,
    records: read.records.map((record) => ({ text: sealedText(record), hash: record.hash })),
  };
}
