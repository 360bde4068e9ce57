import { expect, test } from 'vitest';

import type { StageResult } from './stage.ts';
import { stageLine, summaryLines, totals } from './summary.ts';

const base: StageResult = {
  name: 'unit',
  outcome: 'passed',
  reason: null,
  passed: 12,
  failed: 0,
  skipped: 0,
  unsteady: [],
  seconds: 3.21,
  output: '',
};
const noBrowser: StageResult = { ...base, name: 'e2e', outcome: 'not run', reason: 'no Chromium', passed: 0 };

test('the last line has the number of tests passed and failed and nothing else', () => {
  expect(summaryLines([base, { ...base, passed: 3, failed: 2, outcome: 'failed' }], false).at(-1)).toBe(
    '15 passed, 2 failed',
  );
});

test('skipped tests are named in the last line', () => {
  expect(summaryLines([{ ...base, skipped: 4 }], false).at(-1)).toBe('12 passed, 0 failed, 4 skipped');
});

test('a test that passed only when it ran again is named before the last line', () => {
  expect(summaryLines([{ ...base, unsteady: ['an export can be stopped'] }], true)).toEqual([
    '',
    'Passed only when it ran again: unit, an export can be stopped.',
    '12 passed, 0 failed',
  ]);
});

test('a stage that did not run is named with its reason, and does not fail a run on somebody’s own machine', () => {
  expect(summaryLines([base, noBrowser], false)).toEqual([
    '',
    'Not run: e2e, because no Chromium.',
    '12 passed, 0 failed',
  ]);
  expect(totals([base, noBrowser], false).failed).toBe(0);
});

test('under CI a stage that did not run is a failure', () => {
  expect(summaryLines([base, noBrowser], true).slice(1)).toEqual([
    'Not run (a failure under CI): e2e, because no Chromium.',
    '12 passed, 1 failed',
  ]);
});

test('a check without tests that failed counts as one failure', () => {
  const lint: StageResult = {
    ...base,
    name: 'lint',
    passed: 0,
    failed: 1,
    outcome: 'failed',
    reason: 'oxlint ended with 1',
  };
  expect(totals([base, lint], false)).toEqual({ passed: 12, failed: 1, skipped: 0 });
  expect(stageLine(lint)).toBe('lint       failed      3.2 s  1 failed, oxlint ended with 1');
});
