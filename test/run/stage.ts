/** One thing that `npm test` does, in the order of the list in stages.ts. */
export interface Stage {
  /** The name in the summary, and the word that `npm test -- <name>` takes. */
  readonly name: string;
  /** Programs run one after the other; the first that fails ends the stage. */
  readonly commands: readonly Command[];
  /** A Vitest stage is counted test by test; it has exactly one command that writes a report. */
  readonly countsTests: boolean;
  /** Whether test files that failed are run once more, by themselves: docs/decisions/0013-a-failed-test-runs-again.md. */
  readonly runsAgain: boolean;
  /** Why the stage cannot run on this machine, as a sentence; null when it can. */
  readonly missing: string | null;
}

/** A program and its arguments, started in the repository's root with node_modules/.bin in front of the path. */
export type Command = readonly [program: string, ...programArguments: readonly string[]];

/** How a stage went. Counts are tests for a Vitest stage and zero for any other. */
export interface StageResult {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'not run';
  readonly reason: string | null;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Tests that failed, and passed when their file ran again. They are counted as passed, and named in the summary. */
  readonly unsteady: readonly string[];
  readonly seconds: number;
  /** What the programs printed; shown only when something failed. */
  readonly output: string;
}
