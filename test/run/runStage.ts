import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

import { readReport, type FileReport } from './readReport.ts';
import type { Command, Stage, StageResult } from './stage.ts';

const outputLimit = 64 * 1024 * 1024;
/** More files than this do not fail by chance: something is broken. */
const filesRunAgain = 3;

/** Runs the stage's programs and waits for them. Never throws: a program that cannot start is a failed stage. */
export function runStage(stage: Stage, projectFolder: string, reportFile: string): StageResult {
  const nothing = {
    name: stage.name,
    reason: null,
    passed: 0,
    failed: 0,
    skipped: 0,
    unsteady: [],
    seconds: 0,
    output: '',
  };
  if (stage.missing !== null) return { ...nothing, outcome: 'not run', reason: stage.missing };

  const startedAt = performance.now();
  const first = runCommands(stage.commands, projectFolder, reportFile);
  const again = commandsForSecondAttempt(stage, first);
  const second = again === null ? null : runCommands(again, projectFolder, reportFile);
  const { reason, files, unsteady } = bothAttempts(first, second);
  const seconds = (performance.now() - startedAt) / 1000;
  const output = `${first.output}${second?.output ?? ''}`;

  const passed = sum(files, (file) => file.passed);
  const skipped = sum(files, (file) => file.skipped);
  const failedTests = sum(files, (file) => file.failed.length);
  // A run that broke before or beside its tests must not look like one without failures.
  const failed = reason === null ? failedTests : Math.max(failedTests, 1);
  const result = { ...nothing, passed, failed, skipped, unsteady, seconds, output };
  if (failed > 0) return { ...result, outcome: 'failed', reason };
  if (stage.countsTests && passed === 0)
    return { ...result, outcome: 'not run', reason: 'there is no test in it' };
  return { ...result, outcome: 'passed' };
}

interface Attempt {
  /** Why the programs ended early; null when all ended well. */
  readonly reason: string | null;
  readonly output: string;
  readonly files: readonly FileReport[];
}

function runCommands(commands: readonly Command[], projectFolder: string, reportFile: string): Attempt {
  rmSync(reportFile, { force: true });
  let output = '';
  let reason: string | null = null;
  for (const [program, ...programArguments] of commands) {
    const result = spawnSync(program, programArguments, {
      cwd: projectFolder,
      encoding: 'utf8',
      maxBuffer: outputLimit,
    });
    output += `${result.stdout}${result.stderr}`;
    if (result.status === 0) continue;
    reason = `${program} ended with ${result.status ?? result.signal ?? result.error?.message}`;
    break;
  }
  return { reason, output, files: readReport(reportFile) };
}

/** The stage's last program with the broken test files alone; null when running them again could tell nothing. */
function commandsForSecondAttempt(stage: Stage, first: Attempt): readonly Command[] | null {
  const vitest = stage.commands.at(-1);
  const broken = first.files.filter((file) => file.broken);
  if (!stage.runsAgain || vitest === undefined) return null;
  if (broken.length === 0 || broken.length > filesRunAgain) return null;
  if (hasErrorOutside(first.output)) return null;
  return [[...vitest, ...broken.map((file) => file.file)]];
}

/**
 * Whether an error came from outside of all tests: it belongs to no file that could run again, unless it is that the process
 * of a file has ended, which V8 now and then does with one while its threads come and go.
 */
function hasErrorOutside(output: string): boolean {
  const caught = Number(/caught (\d+) unhandled error/i.exec(output)?.[1] ?? 0);
  const ended = output.match(/Worker exited unexpectedly .* while running test file/g) ?? [];
  return caught > ended.length;
}

/** What counts of two attempts: a broken file's second one, if everything in it passed. */
function bothAttempts(
  first: Attempt,
  second: Attempt | null,
): Pick<Attempt, 'reason' | 'files'> & { readonly unsteady: readonly string[] } {
  const broken = first.files.filter((file) => file.broken);
  const steady = first.files.filter((file) => !file.broken);
  if (second === null || second.reason !== null || second.files.length !== broken.length)
    return { ...first, unsteady: [] };
  const unsteady = broken.flatMap(({ file, failed }) => (failed.length > 0 ? failed : [file]));
  return { reason: null, files: [...steady, ...second.files], unsteady };
}

function sum(files: readonly FileReport[], numberOf: (file: FileReport) => number): number {
  return files.reduce((total, file) => total + numberOf(file), 0);
}
