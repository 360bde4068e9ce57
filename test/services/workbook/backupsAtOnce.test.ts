import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import { runningWorkbook } from '../../builders/runningWorkbook.ts';

type Running = Awaited<ReturnType<typeof runningWorkbook>>;

async function ended(running: Running, job: string) {
  for (;;) {
    const view = await running.call('read-job', { job });
    if (view.state !== 'running') return view;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

it('backups that are asked for at once are one', async () => {
  const running = await runningWorkbook();
  await running.call('write-answer', { question: 'ci2016/6.2/p1', set: { howAreWeDoing: 'Well' } });
  const jobs = await Promise.all(Array.from({ length: 5 }, () => running.call('start-backup', {})));
  const views = await Promise.all(jobs.map(({ job }) => ended(running, job)));
  expect(views.map(({ state, error }) => error?.message ?? state)).toEqual(Array(5).fill('done'));
  expect(new Set(views.map(({ receipt }) => receipt?.path)).size).toBe(1);
  await running.shutdown();
});

it('a backup that waits for another one can be stopped, and leaves nothing', async () => {
  const running = await runningWorkbook();
  const { folder } = await running.call('read-workbook', {});
  const first = await running.call('start-backup', {});
  const second = await running.call('start-backup', {});
  await running.call('cancel-job', { job: second.job });
  expect((await ended(running, second.job)).state).toBe('cancelled');
  expect((await ended(running, first.job)).state).toBe('done');
  expect(readdirSync(workbookPaths(folder).backups).filter((name) => name.endsWith('.sqlite'))).toHaveLength(
    1,
  );
  await running.shutdown();
});
