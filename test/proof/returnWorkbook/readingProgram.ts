// The child process of the proof of broken workbooks: reads each file whose path it is sent as the program does, on a thread
// with limits, and answers what came of it. Its own memory is the program's.
import { existsSync, readFileSync } from 'node:fs';
import { readReturnWorkbook } from '../../../electron/services/returning/readReturnWorkbook.ts';
import { sha256OfText } from '../../../electron/store/file/sha256.ts';
import { countPassing } from '../../../electron/threads/patience.ts';
import { changeRecordSchema } from '../../../shared/domain/changeRecord.ts';
import { isIntact, recordOfText, type SealedChange } from '../../../shared/domain/sealRecord.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { readingOrderSchema, type ReadingAnswer, type ReadingOrder } from './readingAnswer.ts';

process.on('message', (message) => {
  void answer(readingOrderSchema.parse(message)).then((found) => process.send?.(found));
});

async function answer(order: ReadingOrder): Promise<ReadingAnswer> {
  const prototypes = prototypeNames();
  const passed = countPassing();
  const found = await read(order);
  const { clock, processor } = passed();
  // What it takes a computer with nothing else to do: on others most of the clock’s time is not the file’s.
  const milliseconds = Math.min(clock, processor);
  const isChanged = prototypeNames() !== prototypes;
  const fault = isChanged ? 'an object of the program was changed' : found.fault;
  return { ...found, fault, milliseconds, megabytes: mostMegabytes() };
}

async function read({
  file,
  workbook,
  passwords,
}: ReadingOrder): Promise<Pick<ReadingAnswer, 'refused' | 'fault'>> {
  try {
    const { records } = await readReturnWorkbook(file, { workbook, passwords });
    const isSound = records.every((record) => isSoundFor(record, workbook));
    return { refused: false, fault: isSound ? null : 'a change that is not sound was read' };
  } catch (cause) {
    if (cause instanceof WorkbookError && cause.code !== 'internal') return { refused: true, fault: null };
    const stack = cause instanceof Error ? cause.stack : undefined;
    return { refused: true, fault: stack ?? String(cause) };
  }
}

function isSoundFor({ text, hash, id, entity, entityId }: SealedChange, workbook: string): boolean {
  const record = recordOfText(text, hash);
  if (record.id !== id || record.entity !== entity || record.entityId !== entityId) return false;
  const isOfItsForm = changeRecordSchema.safeParse(record).success;
  return isOfItsForm && isIntact(record, sha256OfText) && record.workbook === workbook;
}

function prototypeNames(): string {
  return [Object.prototype, Array.prototype, Function.prototype, Map.prototype]
    .map((prototype) => Object.getOwnPropertyNames(prototype).join())
    .join(';');
}

/** Most memory that this process had. The usual count begins, on Linux, with that of the process that started this one. */
function mostMegabytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}
