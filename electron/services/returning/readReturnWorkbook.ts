import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { failureCode } from '../../store/file/fileFailure.ts';
import { runOnThread } from '../../threads/runOnThread.ts';
import { readingAnswerSchema, type ReadingTask, type SealedReturn } from './returnedWorkbook.ts';

/**
 * A file that takes longer is not one that somebody filled in: ten thousand rows take less than one second. Each password
 * that is tried has as long. It is processor time, see `patienceLeft`: a hostile file is refused within ten seconds by the
 * clock where the program can work, and a good one is not refused because other programs keep the computer busy.
 */
const LONGEST = 9_000;
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
): Promise<SealedReturn> {
  const { workbook, name = path.basename(file), passwords = [], signal } = options;
  const task: ReadingTask = { file, name, workbook, passwords: [...passwords] };
  try {
    return await runOnThread({
      thread: new URL('./returnReaderWorker.ts', import.meta.url),
      data: task,
      result: readingAnswerSchema,
      signal,
      memory: MEMORY,
      patience: LONGEST,
      beyondLimits: tooMuch,
    });
  } catch (cause) {
    throw explained(cause);
  }
}

function explained(cause: unknown): unknown {
  switch (failureCode(cause)) {
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

function tooMuch(limit: 'time' | 'memory'): WorkbookError {
  return new WorkbookError(
    'too-large',
    `The Excel file takes too ${limit === 'time' ? 'long' : 'much memory'} to read. Nothing was taken from it. Ask for it again.`,
  );
}
