import { z } from 'zod';
import { changeRecordSchema } from '../../../shared/domain/changeRecord.ts';
import { sealedChange, type SealedChange } from '../../../shared/domain/sealRecord.ts';

/** Lines that a change takes on its way from the thread that reads. */
const LINES = 5;

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
 * The same with all changes in one text: a thread is handed that many times as quickly as ten thousand objects. Each is in
 * five lines, and is not taken apart again: whoever gets it only keeps it.
 */
export const readingAnswerSchema = returnedWorkbookSchema.extend({
  records: z.string().transform(changesOfLines),
});
type ReadingAnswer = z.input<typeof readingAnswerSchema>;
/** What comes of reading a returned workbook on a thread. */
export type SealedReturn = z.output<typeof readingAnswerSchema>;

/** What the thread that reads answers. */
export function readingAnswerOf(read: ReturnedWorkbook): ReadingAnswer {
  return { ...read, records: read.records.map((record) => linesOf(sealedChange(record))).join('') };
}

// Of these only an entry's id might have a line end in it, where somebody made a file up.
function linesOf({ hash, id, entity, entityId, text }: SealedChange): string {
  return `${hash}\n${id}\n${entity}\n${JSON.stringify(entityId)}\n${text}\n`;
}

/** What travels between two threads of the program was checked by the one that sent it. */
function changesOfLines(text: string): SealedChange[] {
  const lines = text.split('\n');
  const changes: SealedChange[] = [];
  for (let at = 0; at + LINES < lines.length; at += LINES) {
    const [hash = '', id = '', entity = '', entityId = '', sealed = ''] = lines.slice(at, at + LINES);
    changes.push({ hash, id, entity, entityId: z.string().parse(JSON.parse(entityId)), text: sealed });
  }
  return changes;
}
