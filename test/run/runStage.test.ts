import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { runStage } from './runStage.ts';
import type { Stage } from './stage.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'run-stage-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (stage: Partial<Stage>) =>
  runStage(
    { name: 'stage', commands: [], countsTests: false, runsAgain: false, missing: null, ...stage },
    folder,
    path.join(folder, 'report.json'),
  );
const node = (script: string) => [process.execPath, '-e', script] as const;
/** A file of tests as Vitest reports it: a letter for each test, p for passed, f for failed. */
const fileOf = (name: string, tests: string) => ({
  name,
  status: tests.includes('f') ? 'failed' : 'passed',
  assertionResults: tests.split('').map((letter, index) => ({
    fullName: `${name} test ${index + 1}`,
    status: letter === 'f' ? 'failed' : 'passed',
  })),
});
const write = (...files: readonly ReturnType<typeof fileOf>[]) =>
  `require('fs').writeFileSync('report.json', ${JSON.stringify(JSON.stringify({ testResults: files }))});`;
const report = (tests: string) => write(fileOf('a.test.ts', tests));
/** What the program does the first time, and what it does when it is started once more, with the files it is given. */
const thenAgain = (first: string, again: string) =>
  node(
    `const fs = require('fs'); fs.appendFileSync('given', JSON.stringify(process.argv.slice(1)) + '\\n');
     if (!fs.existsSync('tried')) { fs.writeFileSync('tried', ''); ${first} } else { ${again} }`,
  );

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
  expect(run({ countsTests: true, commands: [node(report('ppppp'))] })).toMatchObject({
    outcome: 'passed',
    passed: 5,
  });
  expect(run({ countsTests: true, commands: [node(`${report('pppppff')} process.exit(1)`)] })).toMatchObject({
    outcome: 'failed',
    passed: 5,
    failed: 2,
  });
});

test('a run that breaks although none of its tests failed is a failure', () => {
  expect(run({ countsTests: true, commands: [node(`${report('ppppp')} process.exit(1)`)] })).toMatchObject({
    outcome: 'failed',
    failed: 1,
  });
});

test('a run without a single test has not run', () => {
  expect(run({ countsTests: true, commands: [node(report(''))] })).toMatchObject({ outcome: 'not run' });
});

test('a stage that misses something does not start its programs', () => {
  const result = run({ missing: 'no Chromium', commands: [node('process.exit(1)')] });
  expect(result).toMatchObject({ outcome: 'not run', reason: 'no Chromium' });
});

describe('a stage that runs again what failed', () => {
  const twice = { countsTests: true, runsAgain: true };
  const steady = fileOf('steady.test.ts', 'pp');
  const broken = `${write(steady, fileOf('shaky.test.ts', 'pf'))} console.log('why'); process.exit(1)`;

  test('runs the broken file alone, and names what passed only then', () => {
    const again = write(fileOf('shaky.test.ts', 'pp'));
    const result = run({ ...twice, commands: [thenAgain(broken, again)] });
    expect(result).toMatchObject({ outcome: 'passed', passed: 4, failed: 0, reason: null });
    expect(result.unsteady).toEqual(['shaky.test.ts test 2']);
    expect(result.output).toContain('why');
    expect(readFileSync(path.join(folder, 'given'), 'utf8')).toBe('[]\n["shaky.test.ts"]\n');
  });

  test('names the file when it broke beside its tests', () => {
    const beside = write(steady, { name: 'shaky.test.ts', status: 'failed', assertionResults: [] });
    const again = write(fileOf('shaky.test.ts', 'pp'));
    const result = run({ ...twice, commands: [thenAgain(`${beside} process.exit(1)`, again)] });
    expect(result).toMatchObject({ outcome: 'passed', passed: 4, unsteady: ['shaky.test.ts'] });
  });

  test('has failed when it fails again', () => {
    const again = `${write(fileOf('shaky.test.ts', 'fp'))} process.exit(1)`;
    const result = run({ ...twice, commands: [thenAgain(broken, again)] });
    expect(result).toMatchObject({ outcome: 'failed', passed: 3, failed: 1, unsteady: [] });
  });

  test('has failed when the second run finds no test, or breaks', () => {
    expect(run({ ...twice, commands: [thenAgain(broken, write())] })).toMatchObject({ failed: 1 });
    rmSync(path.join(folder, 'tried'));
    const breaks = `${write(fileOf('shaky.test.ts', 'pp'))} process.exit(1)`;
    expect(run({ ...twice, commands: [thenAgain(broken, breaks)] })).toMatchObject({ failed: 1 });
  });

  test('has failed when an error came from outside of all tests', () => {
    const again = write(fileOf('shaky.test.ts', 'pp'));
    const outside = `console.log('Vitest caught 1 unhandled error'); ${broken}`;
    expect(run({ ...twice, commands: [thenAgain(outside, again)] })).toMatchObject({ failed: 1 });
  });

  test('runs a file again whose process has ended', () => {
    const unfinished = write(steady, { name: 'shaky.test.ts', status: 'failed', assertionResults: [] });
    const ended = `console.log('Vitest caught 1 unhandled error'); console.log('Worker exited unexpectedly with signal SIGABRT while running test file shaky.test.ts'); ${unfinished} process.exit(1)`;
    const again = write(fileOf('shaky.test.ts', 'pp'));
    const result = run({ ...twice, commands: [thenAgain(ended, again)] });
    expect(result).toMatchObject({ outcome: 'passed', passed: 4, unsteady: ['shaky.test.ts'] });
  });

  test('has failed when too many files did for chance', () => {
    const files = [1, 2, 3, 4].map((number) => fileOf(`${number}.test.ts`, 'f'));
    const again = write(...files.map(({ name }) => fileOf(name, 'p')));
    const result = run({ ...twice, commands: [thenAgain(`${write(...files)} process.exit(1)`, again)] });
    expect(result).toMatchObject({ outcome: 'failed', failed: 4 });
  });
});

test('a stage that does not run again has failed at the first failure', () => {
  const again = report('p');
  const result = run({ countsTests: true, commands: [thenAgain(`${report('f')} process.exit(1)`, again)] });
  expect(result).toMatchObject({ outcome: 'failed', failed: 1 });
});
