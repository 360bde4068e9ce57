import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { question, valueOf } from '../../builders/answering.ts';
import { PIECES, workbookAndLargePacket } from '../../builders/largePacket.ts';
import { runningServices, type RunningWorkbook } from '../../builders/runningWorkbook.ts';

const TAKING_IN = /^Taking the changes in: ([\d,]+) of 20,\d{3}$/;
const SETTING_ASIDE = /^Setting the changes aside, by entry: ([\d,]+) of/;

async function endOf(running: RunningWorkbook, job: string | null, onStep = (_step: string) => {}) {
  if (job === null) throw new Error('No job was started');
  for (;;) {
    const view = await running.call('read-job', { job });
    onStep(view.step);
    if (view.state !== 'running') return view;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Does something once, at the first step of its kind that has got somewhere. */
function inTheMiddle(kind: RegExp, act: () => void): (step: string) => void {
  let isDone = false;
  return (step) => {
    const done = Number(kind.exec(step)?.[1]?.replaceAll(',', '') ?? 0);
    if (isDone || done < 2_000) return;
    isDone = true;
    act();
  };
}

async function laidOut(running: RunningWorkbook, packet: string): Promise<string> {
  const { job } = await running.call('start-consolidation-preview', { paths: [packet] });
  await endOf(running, job);
  return (await running.call('read-consolidation-preview', { job: job ?? '' })).preview;
}

const write = (running: RunningWorkbook, words: string) =>
  running.call('write-answer', { question, set: { howAreWeDoing: words } });

const wordsNow = async (running: RunningWorkbook) =>
  valueOf((await running.call('read-question', { question })).answer, 'howAreWeDoing');

const mainFile = (folder: string): string =>
  createHash('sha256')
    .update(readFileSync(path.join(folder, 'workbook.sqlite')))
    .digest('hex');

it('stopped in the middle of 20,000 changes it leaves workbook and folder as they were, and can be begun again', async () => {
  const { folder, packet, dataFolder } = await workbookAndLargePacket();
  const running = runningServices({ dataFolder, seed: 2 });
  await running.call('open-workbook', { folder });
  const preview = await laidOut(running, packet);
  const before = await running.call('read-state', {});
  const file = mainFile(folder);

  let job = (await running.call('start-consolidation', { preview })).job;
  const cancel = () => void running.call('cancel-job', { job });
  const stopped = await endOf(running, job, inTheMiddle(TAKING_IN, cancel));
  expect(stopped).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
  expect(await running.call('read-state', {})).toEqual(before);
  expect(mainFile(folder)).toBe(file);
  expect(readdirSync(path.join(folder, 'attachments'))).toEqual([]);
  expect(readdirSync(folder)).not.toContain('consolidating.json');
  expect((await running.call('list-consolidations', {})).consolidations).toEqual([]);
  expect(
    (
      await running.call('list-evidence', {
        filter: {},
        sort: 'title',
        descending: false,
        offset: 0,
        limit: 1,
      })
    ).total,
  ).toBe(10);

  // What was laid out is still there, its attached file too.
  job = (await running.call('start-consolidation', { preview })).job;
  expect(await endOf(running, job)).toMatchObject({ state: 'done' });
  expect((await running.call('read-workbook', {})).counts.evidence).toBe(10 + PIECES);
  const taken = await running.call('read-state', {});
  const [attachment] = (await running.call('read-evidence', { evidence: 'evidence-10' })).attachments;
  expect(attachment).toMatchObject({ name: 'minutes.txt', present: true });

  job = (await running.call('start-undo-consolidation', {})).job;
  const undone = await endOf(running, job, inTheMiddle(SETTING_ASIDE, cancel));
  expect(undone.state).toBe('cancelled');
  expect(await running.call('read-state', {})).toEqual(taken);
  job = (await running.call('start-undo-consolidation', {})).job;
  expect(await endOf(running, job)).toMatchObject({ state: 'done' });
  expect((await running.call('read-state', {})).sha256).toBe(before.sha256);
  const verification = await endOf(running, (await running.call('start-verification', {})).job);
  expect(verification.receipt?.notes).toEqual([]);
  await running.shutdown();
});

it('a save that is sent meanwhile is answered afterwards and stays, whether it is taken in, stopped, or the workbook closed', async () => {
  const { folder, packet, dataFolder } = await workbookAndLargePacket();
  const running = runningServices({ dataFolder, seed: 2 });
  await running.call('open-workbook', { folder });

  const whileRunning = async (
    words: string,
    act: (job: string, happened: (what: string) => void) => void,
  ): Promise<string[]> => {
    const preview = await laidOut(running, packet);
    const { job } = await running.call('start-consolidation', { preview });
    const order: string[] = [];
    let saving: Promise<unknown> = Promise.resolve();
    const ended = endOf(
      running,
      job,
      inTheMiddle(TAKING_IN, () => {
        saving = write(running, words).then(() => order.push('saved'));
        act(job, (what) => order.push(what));
      }),
    );
    order.push((await ended).state);
    await saving;
    return order;
  };
  expect(
    await whileRunning('Written while it was stopped', (job) => void running.call('cancel-job', { job })),
  ).toContain('cancelled');
  expect(await wordsNow(running)).toBe('Written while it was stopped');
  expect((await running.call('read-workbook', {})).counts.evidence).toBe(10);

  let shutdown = Promise.resolve();
  await whileRunning('Written while it was closed', () => void (shutdown = running.shutdown()));
  await shutdown;
  const later = await running.call('open-workbook', { folder });
  expect(later.counts.evidence).toBe(10);
  expect(await wordsNow(running)).toBe('Written while it was closed');

  // Longest first: what others ask for waits, and what they ask about the job does not.
  const order = await whileRunning('Written while it was taken in', (job, happened) => {
    void running.call('read-job', { job }).then(() => happened('answered'));
  });
  expect(order[0]).toBe('answered');
  expect(order.toSorted()).toEqual(['answered', 'done', 'saved']);
  expect(await wordsNow(running)).toBe('Written while it was taken in');
  expect((await running.call('read-workbook', {})).counts.evidence).toBe(10 + PIECES);
  const { undo } = await running.call('read-workbook', {});
  expect(undo).not.toBeNull();
  await running.shutdown();
});
