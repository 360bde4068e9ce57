import { parentPort } from 'node:worker_threads';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { laterSchema, STOP, type ThreadMessage } from './threadMessage.ts';

export type ThreadControl = {
  readonly report: (progress: number, step: string) => void;
  /** Aborted when the other side wants it to stop. Work that does not listen is ended a moment later. */
  readonly signal: AbortSignal;
  /** What `ThreadTask.later` came to; rejects with WorkbookError `cancelled` when the work is to stop. */
  readonly later: Promise<unknown>;
};

/**
 * The thread's side of `runOnThread`: does the work and says what came of it. A `WorkbookError` goes over as the sentence
 * that it is; anything else is a fault, which the other side hears as its own.
 */
export async function answerOnThread(work: (control: ThreadControl) => unknown): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('This runs as a thread of its own');
  const say = (message: ThreadMessage): void => port.postMessage(message);
  const stopping = new AbortController();
  const later = new Promise<unknown>((resolve, reject) => {
    port.on('message', (message: unknown) => {
      if (message !== STOP) return resolve(laterSchema.parse(message).later);
      stopping.abort();
      reject(new WorkbookError('cancelled', 'It was stopped. Nothing was changed.'));
    });
  });
  // Most work waits for nothing.
  later.catch(() => undefined);
  try {
    say({
      done: await work({
        report: (progress, step) => say({ progress, step }),
        signal: stopping.signal,
        later,
      }),
    });
  } catch (cause) {
    if (!(cause instanceof WorkbookError)) throw cause;
    const detail = cause.cause instanceof Error ? (cause.cause.stack ?? cause.cause.message) : '';
    say({ failed: { code: cause.code, message: cause.message }, detail });
  } finally {
    // A port that is listened to would keep the thread alive.
    port.close();
  }
}
