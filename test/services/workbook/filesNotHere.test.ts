import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import { ended } from '../../builders/answering.ts';
import { runningServices, runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';

/** A workbook that is open again, with one attached file as `change` left it on the disk. */
async function reopened(change: (file: string) => void): Promise<RunningWorkbook> {
  const running = await runningWorkbook();
  const { folder } = await running.call('read-workbook', {});
  const { entity } = await running.call('add-evidence', { set: { title: 'Survey' } });
  const letter = path.join(running.dataFolder, 'letter.txt');
  writeFileSync(letter, 'What the survey says');
  await running.call('attach-from-path', { evidence: entity.entityId, path: letter });
  await running.shutdown();
  const { attachments } = workbookPaths(folder);
  for (const name of readdirSync(attachments)) change(path.join(attachments, name));
  const again = runningServices({ dataFolder: running.dataFolder, seed: 1 });
  await again.call('open-workbook', { folder });
  return again;
}

/** The workbook once the check by itself has ended. */
async function checked(running: RunningWorkbook) {
  running.beginCheck();
  await expect
    .poll(async () => (await running.call('read-workbook', {})).check, { timeout: 100_000 })
    .not.toBe('checking');
  return running.call('read-workbook', {});
}

describe('a workbook of whose attached files', () => {
  it('one is not in this copy, as after a packet without files, takes changes as any other', async () => {
    const running = await reopened((file) => rmSync(file));
    expect(await checked(running)).toMatchObject({ check: 'sound', notice: null });
    await running.call('add-evidence', { set: { title: 'Minutes' } });

    const { job } = await running.call('start-verification', {});
    await ended(running, job);
    const { receipt } = await running.call('read-job', { job });
    expect(receipt?.notes).toEqual([expect.stringMatching(/^An attached file is missing: attachments/)]);
    await running.call('add-evidence', { set: { title: 'Interviews' } });
    await running.shutdown();
  });

  it('one is not what was attached says so, takes changes, and is mended by attaching it again', async () => {
    const running = await reopened((file) => writeFileSync(file, 'What the survey said'));
    const { check, notice } = await checked(running);
    expect(check).toBe('sound');
    expect(notice).toMatch(/^One attached file is not what was attached/);

    const [evidence] = (
      await running.call('list-evidence', {
        filter: {},
        sort: 'title',
        descending: false,
        offset: 0,
        limit: 1,
      })
    ).rows;
    const letter = path.join(running.dataFolder, 'letter.txt');
    await running.call('attach-from-path', { evidence: evidence?.id ?? '', path: letter });
    const { job } = await running.call('start-verification', {});
    await ended(running, job);
    expect((await running.call('read-job', { job })).receipt?.notes).toEqual([]);
    await running.shutdown();
  });
});
