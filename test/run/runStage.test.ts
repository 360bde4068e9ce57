import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { runStage } from './runStage.ts';
import type { Stage } from './stage.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'run-stage-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (stage: Partial<Stage>) =>
  runStage(
    { name: 'stage', commands: [], countsTests: false, missing: null, ...stage },
    folder,
    path.join(folder, 'report.json'),
  );
const node = (script: string) => [process.execPath, '-e', script] as const;
const report = (passed: number, failed: number) =>
  `require('fs').writeFileSync('report.json', JSON.stringify({ numPassedTests: ${passed}, numFailedTests: ${failed}, numPendingTests: 0, numTodoTests: 0 }));`;

test('a stage whose programs all end well has passed', () => {
  expect(run({ commands: [node('0'), node('0')] })).toMatchObject({ outcome: 'passed', failed: 0 });
});

test('the first program that fails ends the stage and shows what it printed', () => {
  const result = run({
    commands: [node('console.log("why"); process.exit(3)'), node('console.log("later")')],
  });
  expect(result).toMatchObject({
    outcome: 'failed',
    failed: 1,
    reason: expect.stringContaining('ended with 3'),
  });
  expect(result.output).toContain('why');
  expect(result.output).not.toContain('later');
});

test('a program that is not there is a failure, not a pass', () => {
  expect(run({ commands: [['no-such-program']] })).toMatchObject({ outcome: 'failed', failed: 1 });
});

test('tests are counted from the report', () => {
  expect(run({ countsTests: true, commands: [node(report(5, 0))] })).toMatchObject({
    outcome: 'passed',
    passed: 5,
  });
  expect(run({ countsTests: true, commands: [node(`${report(5, 2)} process.exit(1)`)] })).toMatchObject({
    outcome: 'failed',
    passed: 5,
    failed: 2,
  });
});

test('a run that breaks although none of its tests failed is a failure', () => {
  expect(run({ countsTests: true, commands: [node(`${report(5, 0)} process.exit(1)`)] })).toMatchObject({
    outcome: 'failed',
    failed: 1,
  });
});

test('a run without a single test has not run', () => {
  expect(run({ countsTests: true, commands: [node(report(0, 0))] })).toMatchObject({ outcome: 'not run' });
});

test('a stage that misses something does not start its programs', () => {
  const result = run({ missing: 'no Chromium', commands: [node('process.exit(1)')] });
  expect(result).toMatchObject({ outcome: 'not run', reason: 'no Chromium' });
});
