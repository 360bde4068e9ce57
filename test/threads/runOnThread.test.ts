import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runOnThread, type ThreadTask } from '../../electron/threads/runOnThread.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';

function run(data: string, how: Partial<ThreadTask<string>> = {}): Promise<string> {
  return runOnThread({
    thread: new URL('./sampleWorker.ts', import.meta.url),
    data,
    result: z.string(),
    beyondLimits: (limit) => new WorkbookError('too-large', `Too much ${limit}.`),
    ...how,
  });
}

/**
 * What a thread waits for is not known before it says that it has begun: starting it takes a slow computer more time than a
 * test has patience.
 */
function toldOnceItHasBegun(what: () => Promise<string> = () => Promise.resolve('')) {
  let report = (): void => {};
  const later = new Promise((resolve) => {
    report = () => resolve(what());
  });
  return { later, report: () => report() };
}

test('brings back the answer and tells of each step', async () => {
  const steps: [number, string][] = [];
  expect(await run('answer', { report: (share, step) => steps.push([share, step]) })).toBe('answered');
  expect(steps).toEqual([[0.5, 'Half-way']]);
});

test('brings back a refusal as the sentence that it is, with its cause for the log', async () => {
  await expect(run('refuse')).rejects.toMatchObject({
    name: 'WorkbookError',
    code: 'disk-full',
    message: 'The disk is full.',
    cause: { message: expect.stringContaining('ENOSPC') as string },
  });
});

test('brings back a fault as a fault', async () => {
  await expect(run('break')).rejects.toThrow(new TypeError('A fault'));
});

test('does not take an answer of another shape', async () => {
  await expect(run('answer', { result: z.string().max(3) })).rejects.toThrow();
});

test('says so when the thread ends without an answer', async () => {
  await expect(run('say nothing')).rejects.toThrow('without an answer');
});

test('ends a thread that is silent for too long', async () => {
  await expect(run('hang', { patience: 1_000 })).rejects.toMatchObject({ message: 'Too much time.' });
});

test('ends a thread that is silent and takes no processor time only after several times as long', async () => {
  const { later, report } = toldOnceItHasBegun();
  let began = 0;
  const onBegun = (): void => {
    began = performance.now();
    report();
  };
  await expect(run('sleep', { later, report: onBegun, patience: 300 })).rejects.toMatchObject({
    message: 'Too much time.',
  });
  expect(performance.now() - began).toBeGreaterThan(1_500);
});

test('ends a thread that takes too much memory, and the program goes on', async () => {
  const memory = { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 4 };
  await expect(run('hoard', { memory })).rejects.toMatchObject({ message: 'Too much memory.' });
});

test('lets work that listens stop by itself', async () => {
  const stopping = new AbortController();
  const report = (): void => stopping.abort();
  const how = { report, signal: stopping.signal, grace: 60_000 };
  await expect(run('stop when asked', how)).rejects.toMatchObject({
    code: 'cancelled',
    message: 'The work stopped tidily.',
  });
});

test('ends work that does not listen a moment after it was stopped', async () => {
  const stopping = new AbortController();
  const report = (): void => stopping.abort();
  await expect(run('hang', { report, signal: stopping.signal, stopped: 'Stopped.' })).rejects.toMatchObject({
    code: 'cancelled',
    message: 'Stopped.',
  });
});

test('starts nothing that was stopped before', async () => {
  const later = Promise.reject(new WorkbookError('cancelled', 'Stopped as well.'));
  await expect(run('answer', { later, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
});

test('ends a thread that has answered and does not end', async () => {
  expect(await run('linger')).toBe('answered');
});

test('tells a thread that has begun what was not known then', async () => {
  let tell = (_known: string): void => {};
  const later = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const report = (): void => tell('known by now');
  expect(await run('answer what comes later', { later, report })).toBe('known by now');
});

test('leaves a thread that waits for what it is still to be told its silence, and none after that', async () => {
  const { later, report } = toldOnceItHasBegun(() => pause(2_500, 'known late'));
  expect(await run('answer what comes later', { later, report, patience: 300 })).toBe('known late');
  await expect(run('sleep', { later: Promise.resolve(''), patience: 300 })).rejects.toMatchObject({
    message: 'Too much time.',
  });
});

test('fails as that does which the thread was still to be told', async () => {
  const later = Promise.reject(new WorkbookError('disk-full', 'There is no room for a copy.'));
  await expect(run('answer what comes later', { later })).rejects.toMatchObject({
    code: 'disk-full',
    message: 'There is no room for a copy.',
  });
});

test('stops a thread that waits for what it is still to be told', async () => {
  const stopping = new AbortController();
  const how = { later: new Promise(() => {}), report: () => stopping.abort(), signal: stopping.signal };
  await expect(run('answer what comes later', how)).rejects.toMatchObject({ code: 'cancelled' });
});
