import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { failureCode } from '../../store/file/fileFailure.ts';
import { readingMessageSchema, type ReadingTask, type ReturnedWorkbook } from './returnedWorkbook.ts';

/** A file that takes longer is not one that somebody filled in. */
const LONGEST = 9_500;
/**
 * For the thread's own objects; what it unpacks is limited by the reader. With both, and what the program needs itself, it
 * stays below 512 MB whatever the file holds.
 */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 } as const;

/**
 * Reads a returned workbook on a thread of its own, which is ended when it takes too long or too much memory: whatever is
 * in the file, the program goes on.
 *
 * @throws WorkbookError `wrong-passphrase`, `other-workbook`, `newer-version`, `damaged`, `too-large`, `file-kind`,
 * `not-found`, `cancelled`. Nothing is written anywhere.
 */
export async function readReturnWorkbook(
  file: string,
  options: {
    readonly workbook: string | null;
    /** The name that the file came with; left out: its own. */
    readonly name?: string;
    readonly passwords?: readonly string[];
    readonly signal?: AbortSignal;
  },
): Promise<ReturnedWorkbook> {
  const { workbook, name = path.basename(file), passwords = [], signal } = options;
  const task: ReadingTask = { file, name, workbook, passwords: [...passwords] };
  const worker = new Worker(new URL('./returnReaderWorker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: MEMORY,
  });
  let stop: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<ReturnedWorkbook>((resolve, reject) => {
    worker.on('error', (cause) => reject(explained(cause)));
    worker.on('exit', () => reject(new Error('The reading ended without an answer')));
    worker.on('message', (data: unknown) => {
      const message = readingMessageSchema.safeParse(data);
      if (!message.success) reject(message.error);
      else if ('read' in message.data) resolve(message.data.read);
      else
        reject(
          new WorkbookError(message.data.failed.code, message.data.failed.message, {
            cause: new Error(message.data.detail),
          }),
        );
    });
    timer = setTimeout(() => reject(tooMuch('long')), LONGEST);
    stop = () => reject(new WorkbookError('cancelled', 'It was stopped. Nothing was changed.'));
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
  try {
    return await ended;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

function explained(cause: unknown): unknown {
  switch (failureCode(cause)) {
    case 'ERR_WORKER_OUT_OF_MEMORY':
      return tooMuch('much memory');
    case 'ENOENT':
      return new WorkbookError('not-found', 'The Excel file is not there any more.', { cause });
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return new WorkbookError(
        'file-in-use',
        'The Excel file can’t be read. Close it in the other program, and try again.',
        { cause },
      );
    default:
      return cause;
  }
}

function tooMuch(what: 'long' | 'much memory'): WorkbookError {
  return new WorkbookError(
    'too-large',
    `The Excel file takes too ${what} to read. Nothing was taken from it. Ask for it again.`,
  );
}
