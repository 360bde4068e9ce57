import { parentPort, Worker } from 'node:worker_threads';
import { z } from 'zod';
import { errorCodes, WorkbookError } from '../../../shared/domain/workbookError.ts';

const messageSchema = z.union([
  z.strictObject({ progress: z.number(), step: z.string() }),
  z.strictObject({ done: z.unknown() }),
  z.strictObject({ failed: z.strictObject({ code: z.enum(errorCodes), message: z.string() }) }),
]);

/** Enough for the largest packet that is taken, read piece by piece; what would need more is stopped. */
const WORKER_MEGABYTES = 448;

export type WorkerTask<Result> = {
  /** `new URL('./someWorker.ts', import.meta.url)`: the build finds workers by this spelling. */
  readonly worker: URL;
  readonly data: unknown;
  readonly result: z.ZodType<Result>;
  readonly report: (progress: number, step: string) => void;
  readonly signal: AbortSignal;
  /** Longest time without a sign of life, in milliseconds: what hangs is stopped. */
  readonly patience: number;
};

/**
 * Runs a task on a thread of its own, with limits on its memory and on its silence.
 *
 * @throws WorkbookError what the task throws; `cancelled`; `too-large` when it reached a limit.
 */
export async function runInWorker<Result>(task: WorkerTask<Result>): Promise<Result> {
  task.signal.throwIfAborted();
  const worker = new Worker(task.worker, {
    workerData: task.data,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEGABYTES },
  });
  let alarm: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Result>((resolve, reject) => {
      const stop = (): void => reject(new WorkbookError('cancelled', 'It was stopped. Nothing was changed.'));
      const wait = (): void => {
        clearTimeout(alarm);
        alarm = setTimeout(() => reject(beyondLimits()), task.patience);
      };
      task.signal.addEventListener('abort', stop, { once: true });
      worker.on('error', (cause) => reject(isOutOfMemory(cause) ? beyondLimits() : cause));
      worker.on('exit', () => reject(new Error('The task ended without an answer')));
      worker.on('message', (data: unknown) => {
        wait();
        const message = messageSchema.parse(data);
        if ('progress' in message) task.report(message.progress, message.step);
        else if ('done' in message) resolve(task.result.parse(message.done));
        else reject(new WorkbookError(message.failed.code, message.failed.message));
      });
      wait();
    });
  } finally {
    clearTimeout(alarm);
    // Waited for, so that no file is open any more when it is removed.
    await worker.terminate();
  }
}

/** The other side: does the work of a worker's file and posts what comes of it. */
export async function answerInWorker(
  work: (report: (progress: number, step: string) => void) => Promise<unknown>,
): Promise<void> {
  try {
    const done = await work((progress, step) => parentPort?.postMessage({ progress, step }));
    parentPort?.postMessage({ done });
  } catch (cause) {
    if (!(cause instanceof WorkbookError)) throw cause;
    parentPort?.postMessage({ failed: { code: cause.code, message: cause.message } });
  }
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function beyondLimits(): WorkbookError {
  return new WorkbookError(
    'too-large',
    'The file asks for more time or memory than a packet may. Nothing was taken from it.',
  );
}
