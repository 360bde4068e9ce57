import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReturnWorkbook } from '../../../electron/services/returning/readReturnWorkbook.ts';
import { ended } from '../../builders/answering.ts';
import { runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { xlsxEditor } from '../../excel/return/xlsxEditor.ts';
import { gradeRow } from './gradeRow.ts';

const question = 'ci2016/6.2';

async function written(running: RunningWorkbook, input: Parameters<typeof startOf>[1] = {}): Promise<string> {
  const file = path.join(running.dataFolder, 'to fill in.xlsx');
  await ended(running, await startOf(running, { path: file, ...input }));
  return file;
}

async function startOf(
  running: RunningWorkbook,
  input: {
    path?: string;
    password?: string;
    partner?: string;
    replace?: boolean;
    qualityIndicators?: string[];
  },
): Promise<string> {
  const { job } = await running.call('start-return-copy', input);
  if (job === null) throw new Error('The job was not started');
  return job;
}

describe('a workbook to fill in', { timeout: 60_000 }, () => {
  it('is written with a receipt and says nothing new when it comes back as it was', async () => {
    const running = await runningWorkbook();
    const job = await startOf(running, {
      path: path.join(running.dataFolder, 'a.xlsx'),
      qualityIndicators: [question],
    });
    await ended(running, job);
    const { state, receipt } = await running.call('read-job', { job });
    expect(state).toBe('done');
    expect(receipt?.counts.find(({ name }) => name === 'Quality indicators')).toEqual({
      name: 'Quality indicators',
      count: 1,
    });
    const { id } = await running.call('read-workbook', {});
    const read = await readReturnWorkbook(path.join(running.dataFolder, 'a.xlsx'), { workbook: id });
    expect(read.records).toEqual([]);
    expect(read.source).toMatchObject({ workbook: id, partnership: 'Argyll', voice: 'partnership' });
    await running.shutdown();
  });

  it('comes back with the grade that somebody chose, made from the records that stood there', async () => {
    const running = await runningWorkbook();
    await running.call('set-grade', { qualityIndicator: question, set: { grade: 3 } });
    const file = await written(running);
    const copy = xlsxEditor(readFileSync(file));
    const row = gradeRow(copy, '6.2');
    copy.setText('Grades', row, 2, '5 Very good');
    copy.setText('Start here', 4, 1, 'Officer B');
    writeFileSync(file, copy.bytes());
    const { id } = await running.call('read-workbook', {});
    const { records, source } = await readReturnWorkbook(file, { workbook: id });
    expect(source.author).toBe('Officer B');
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      entity: 'grade',
      set: { grade: 5 },
      author: 'Officer B',
      parents: { grade: [expect.stringMatching(/^[0-9a-f]{32}$/)] },
    });
    await running.shutdown();
  });

  it('opens only with its password when it has one', async () => {
    const running = await runningWorkbook();
    const file = await written(running, { password: 'Pa55-wörd £' });
    await expect(readReturnWorkbook(file, { workbook: null })).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
    expect(
      (await readReturnWorkbook(file, { workbook: null, passwords: ['other', 'Pa55-wörd £'] })).notTaken,
    ).toEqual([]);
    await running.shutdown();
  });

  it('is refused by another workbook', async () => {
    const running = await runningWorkbook();
    const file = await written(running);
    await expect(readReturnWorkbook(file, { workbook: 'another' })).rejects.toMatchObject({
      code: 'other-workbook',
    });
    await running.shutdown();
  });

  it('is not written over a file, into the workbook’s own folder, under another ending, or for a partner that there is none of', async () => {
    const running = await runningWorkbook();
    const { folder } = await running.call('read-workbook', {});
    const file = await written(running);
    const before = readFileSync(file);
    const job = await startOf(running, { path: file });
    await ended(running, job);
    expect((await running.call('read-job', { job })).error?.code).toBe('already-exists');
    expect(readFileSync(file).equals(before)).toBe(true);
    await expect(startOf(running, { path: path.join(folder, 'x.xlsx') })).rejects.toMatchObject({
      code: 'unsafe-folder',
    });
    await expect(startOf(running, { path: path.join(running.dataFolder, 'x.xls') })).rejects.toMatchObject({
      code: 'file-kind',
    });
    await expect(
      startOf(running, { path: path.join(running.dataFolder, 'x.xlsx'), partner: 'nobody' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const missing = await startOf(running, {
      path: path.join(running.dataFolder, 'no such folder', 'x.xlsx'),
    });
    await ended(running, missing);
    expect((await running.call('read-job', { job: missing })).error?.code).toBe('not-found');
    expect(readdirSync(running.dataFolder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(existsSync(path.join(running.dataFolder, 'x.xlsx'))).toBe(false);
    await running.shutdown();
  });

  it('names no path that a page of the desktop program made up', async () => {
    const running = await runningWorkbook({ host: 'electron' });
    await expect(startOf(running, { path: path.join(running.dataFolder, 'x.xlsx') })).rejects.toMatchObject({
      code: 'not-here',
    });
    expect(await running.call('start-return-copy', {})).toEqual({ job: null });
    await running.shutdown();
  });
});
