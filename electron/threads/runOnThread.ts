import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { z } from 'zod';
import type { ReplyError } from '../../shared/domain/replyErrorSchema.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { countPassing, patienceLeft } from './patience.ts';
import { STOP, threadMessageSchema } from './threadMessage.ts';

/** Milliseconds. */
const USUAL_GRACE = 1_000;

type Limit = 'time' | 'memory';

export type ThreadTask<Result> = {
  /** `new URL('./someWorker.ts', import.meta.url)`: the build finds threads by this spelling. */
  readonly thread: URL;
  readonly data: unknown;
  /** What the thread is still to be told, while it begins with what it can do without; when it fails, so does the task. */
  readonly later?: Promise<unknown>;
  readonly result: z.ZodType<Result>;
  /** Told of `progress` from 0 to 1 and of the step in words. */
  readonly report?: (progress: number, step: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** What is said when it was stopped. */
  readonly stopped?: string;
  /** How long it may take to end by itself once it has answered or was asked to stop, in milliseconds. */
  readonly grace?: number;
  readonly memory?: ResourceLimits;
  /**
   * Longest time without a sign of life, in milliseconds of the processor's time: what hangs is ended; see `patienceLeft`.
   * Left out: any time.
   */
  readonly patience?: number;
  /** What is said when it took more time or memory than it may. */
  readonly beyondLimits?: (limit: Limit) => WorkbookError;
};

/**
 * Runs a task on a thread of its own, with limits on its memory and on its silence. When the promise settles the thread
 * has ended: no file is open any more. Work that was done before it heard that it should stop counts as done.
 *
 * @throws WorkbookError what the task throws; `cancelled`; what `beyondLimits` says; what `later` was rejected with.
 */
export async function runOnThread<Result>(task: ThreadTask<Result>): Promise<Result> {
  const { signal, patience, grace = USUAL_GRACE, later } = task;
  const cancelled = (): WorkbookError =>
    new WorkbookError('cancelled', task.stopped ?? 'It was stopped. Nothing was changed.');
  const wasStopped = (): boolean => signal?.aborted === true;
  const beyond = (limit: Limit, cause = new Error(`The thread was ended: ${limit}`)): Error =>
    task.beyondLimits?.(limit) ?? cause;
  // It may fail before anybody listens, or when nobody needs it any more.
  later?.catch(() => undefined);
  if (wasStopped()) throw cancelled();
  const worker = new Worker(task.thread, { workerData: task.data, resourceLimits: task.memory ?? {} });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let alarm: NodeJS.Timeout | undefined;
  let stop = (): void => {};
  let hasAnswered = false;
  let isTold = later === undefined;
  let neverTold: unknown;
  try {
    const done = await new Promise<unknown>((resolve, reject) => {
      const listen = (): void => {
        clearTimeout(alarm);
        // A thread that waits for what it is still to be told may do so in silence.
        if (patience === undefined || !isTold) return;
        const passed = countPassing();
        const look = (): void => {
          const left = patienceLeft(patience, passed());
          if (left === 0) reject(beyond('time'));
          else alarm = setTimeout(look, left);
        };
        alarm = setTimeout(look, patience);
      };
      stop = () => {
        worker.postMessage(STOP);
        clearTimeout(alarm);
        alarm = setTimeout(() => reject(cancelled()), grace);
      };
      signal?.addEventListener('abort', stop, { once: true });
      worker.once('error', (cause) => reject(isOutOfMemory(cause) ? beyond('memory', cause) : cause));
      worker.once('exit', () => reject(new Error('The thread ended without an answer')));
      worker.on('message', (data: unknown) => {
        const { data: message, error } = threadMessageSchema.safeParse(data);
        if (error !== undefined) return reject(error);
        if ('progress' in message) {
          if (!wasStopped()) listen();
          task.report?.(message.progress, message.step);
          return;
        }
        hasAnswered = true;
        if ('done' in message) resolve(message.done);
        else reject(failureOf(message));
      });
      listen();
      later?.then(
        (value) => {
          if (wasStopped() || hasAnswered) return;
          worker.postMessage({ later: value });
          isTold = true;
          listen();
        },
        (cause: unknown) => {
          neverTold = cause;
          stop();
        },
      );
    });
    return task.result.parse(done);
  } catch (cause) {
    throw neverTold ?? cause;
  } finally {
    clearTimeout(alarm);
    signal?.removeEventListener('abort', stop);
    // One that is killed while it closes its database or its code is being compiled can take the whole program with it.
    const kill = setTimeout(() => void worker.terminate(), hasAnswered ? grace : 0);
    await exited;
    clearTimeout(kill);
  }
}

function failureOf({
  failed,
  detail,
}: {
  readonly failed: ReplyError;
  readonly detail: string;
}): WorkbookError {
  return new WorkbookError(failed.code, failed.message, detail === '' ? {} : { cause: new Error(detail) });
}

function isOutOfMemory(cause: unknown): cause is Error {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
