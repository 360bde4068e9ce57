import type { Database } from 'better-sqlite3';
import { WorkbookError } from '../../shared/domain/workbookError.ts';

/** Who uses a connection when some need it for more than one turn of the event loop. */
export type ConnectionTurns = {
  /** Uses the connection beside others; where somebody has it alone, when they have ended. */
  readonly share: <Result>(use: () => Result | Promise<Result>) => Result | Promise<Result>;
  /**
   * Uses the connection alone: begins when nobody else does, and lets nobody in until it has ended. What `use` calls must
   * not ask for a turn of its own.
   *
   * @throws WorkbookError `cancelled` when `signal` is aborted before its turn has come.
   */
  readonly alone: <Result>(use: () => Promise<Result>, signal: AbortSignal) => Promise<Result>;
  /** Whether somebody has the connection alone. */
  readonly isTaken: () => boolean;
  /** Resolves once nobody has it alone. */
  readonly free: () => Promise<void>;
};

const known = new WeakMap<Database, ConnectionTurns>();

/** The turns of an open connection: one list for everybody who uses it. */
export function turnsOf(database: Database): ConnectionTurns {
  const turns = known.get(database) ?? connectionTurns();
  known.set(database, turns);
  return turns;
}

function connectionTurns(): ConnectionTurns {
  let users = 0;
  let taken: Promise<void> | undefined;
  let waiting: (() => void)[] = [];

  function release(): void {
    users -= 1;
    if (users > 0) return;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  }

  function share<Result>(use: () => Result | Promise<Result>): Result | Promise<Result> {
    if (taken !== undefined) return taken.then(() => share(use));
    users += 1;
    let result: Result | Promise<Result>;
    try {
      result = use();
    } catch (cause) {
      release();
      throw cause;
    }
    if (result instanceof Promise) return result.finally(release);
    release();
    return result;
  }

  async function untilUnused(signal: AbortSignal): Promise<void> {
    while (users > 0 || taken !== undefined) {
      if (signal.aborted) throw stopped();
      if (taken === undefined) await new Promise<void>((resolve) => wakeOrAbort(resolve, signal));
      else await taken;
    }
    if (signal.aborted) throw stopped();
  }

  function wakeOrAbort(wake: () => void, signal: AbortSignal): void {
    const once = (): void => {
      signal.removeEventListener('abort', once);
      wake();
    };
    waiting.push(once);
    signal.addEventListener('abort', once, { once: true });
  }

  return {
    share,
    async alone(use, signal) {
      await untilUnused(signal);
      let end = (): void => undefined;
      taken = new Promise((resolve) => {
        end = resolve;
      });
      try {
        return await use();
      } finally {
        taken = undefined;
        end();
      }
    },
    isTaken: () => taken !== undefined,
    free: () => taken ?? Promise.resolve(),
  };
}

function stopped(): WorkbookError {
  return new WorkbookError('cancelled', 'It was stopped. Nothing was changed.');
}
