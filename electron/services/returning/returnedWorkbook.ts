import { z } from 'zod';
import { changeRecordSchema, type ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { recordOfText, sealedText } from '../../../shared/domain/sealRecord.ts';

/** The length of a hash. */
const HASH = 64;

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

/**
 * The same with all changes in one text, each on a line of its own after its hash: a thread is handed that many times as
 * quickly as ten thousand objects. The canonical form has no line ends.
 */
export const readingAnswerSchema = returnedWorkbookSchema.extend({
  records: z.string().transform((lines) => lines.split('\n').slice(0, -1).map(recordOfLine)),
});
type ReadingAnswer = z.input<typeof readingAnswerSchema>;

/** What the thread that reads answers. */
export function readingAnswerOf(read: ReturnedWorkbook): ReadingAnswer {
  return {
    ...read,
    records: read.records.map((record) => `${record.hash}${sealedText(record)}\n`).join(''),
  };
}

/** What travels between two threads of the program was checked by the one that sent it. */
function recordOfLine(line: string): ChangeRecord {
  return recordOfText(line.slice(HASH), line.slice(0, HASH));
}
