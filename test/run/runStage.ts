import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

import { readReport } from './readReport.ts';
import type { Stage, StageResult } from './stage.ts';

const outputLimit = 64 * 1024 * 1024;

/** Runs the stage's programs and waits for them. Never throws: a program that cannot start is a failed stage. */
export function runStage(stage: Stage, projectFolder: string, reportFile: string): StageResult {
  const nothing = {
    name: stage.name,
    reason: null,
    passed: 0,
    failed: 0,
    skipped: 0,
    seconds: 0,
    output: '',
  };
  if (stage.missing !== null) return { ...nothing, outcome: 'not run', reason: stage.missing };

  rmSync(reportFile, { force: true });
  const startedAt = performance.now();
  let output = '';
  let reason: string | null = null;
  for (const [program, ...programArguments] of stage.commands) {
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
  const seconds = (performance.now() - startedAt) / 1000;
  const counts = stage.countsTests ? readReport(reportFile) : { passed: 0, failed: 0, skipped: 0 };
  // A run that broke before or beside its tests must not look like one without failures.
  const failed = reason === null ? counts.failed : Math.max(counts.failed, 1);
  if (failed > 0) return { ...nothing, ...counts, failed, outcome: 'failed', reason, seconds, output };
  if (stage.countsTests && counts.passed === 0) {
    return { ...nothing, ...counts, outcome: 'not run', reason: 'there is no test in it', seconds, output };
  }
  return { ...nothing, ...counts, outcome: 'passed', seconds, output };
}
