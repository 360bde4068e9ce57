import type { FlushAnswer } from './pageFlush.ts';

export type ClosingSteps = {
  /** Stops what would keep the page's saves waiting. */
  readonly makeWay: () => Promise<void>;
  readonly flushPage: (limitMs: number) => Promise<FlushAnswer>;
  /** Asks the person whether to close although something may be lost. */
  readonly closeAnyway: (answer: Exclude<FlushAnswer, 'saved'>) => Promise<boolean>;
  /** Closes the workbook: its database, its files, its running work. */
  readonly shutdown: () => Promise<void>;
  readonly reportFailure: (cause: unknown) => void;
  /** Ends the program. */
  readonly end: () => void;
};

export type Closing = {
  /** Whether everything is closed and the program may end without another question. */
  readonly isFinished: () => boolean;
  /** Saves, closes and ends; stays when something could not be saved and the person wants to go back to it. */
  readonly request: () => Promise<void>;
  /** The same where nobody can be asked, because the computer is shutting down. */
  readonly requestUnattended: () => Promise<void>;
};

/** A page has this long to save while a person waits; a full disk answers sooner. */
const attendedLimitMs = 10_000;
/** A system that is shutting down gives little time. */
const unattendedLimitMs = 3_000;

/**
 * The way out of the program: the page saves what is only on the screen, then the workbook is closed, then the program
 * ends. Asking again while that is under way changes nothing.
 */
export function createClosing(steps: ClosingSteps): Closing {
  let finished = false;
  let underWay: Promise<void> | null = null;

  async function closeAttended(): Promise<void> {
    const answer = await savePage(attendedLimitMs);
    if (answer !== 'saved' && !(await steps.closeAnyway(answer))) return;
    await finish();
  }

  async function closeUnattended(): Promise<void> {
    await savePage(unattendedLimitMs);
    await finish();
  }

  async function savePage(limitMs: number): Promise<FlushAnswer> {
    try {
      await steps.makeWay();
    } catch (cause) {
      // The page may be able to save all the same.
      steps.reportFailure(cause);
    }
    return steps.flushPage(limitMs);
  }

  async function finish(): Promise<void> {
    try {
      await steps.shutdown();
    } catch (cause) {
      // What was saved is in the file already; staying open would help nobody.
      steps.reportFailure(cause);
    }
    finished = true;
    steps.end();
  }

  function once(close: () => Promise<void>): Promise<void> {
    underWay ??= close().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  return {
    isFinished: () => finished,
    request: () => once(closeAttended),
    requestUnattended: () => once(closeUnattended),
  };
}
