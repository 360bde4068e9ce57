import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ended } from '../../builders/answering.ts';
import { runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { xlsxEditor } from '../../excel/return/xlsxEditor.ts';
import { gradeRow } from './gradeRow.ts';

const indicator = 'ci2016/6.2';

/** Sends a copy out, and answers a way to have it filled in by somebody. */
async function sentOut(running: RunningWorkbook) {
  const sent = path.join(running.dataFolder, 'sent.xlsx');
  const { job } = await running.call('start-return-copy', { path: sent, qualityIndicators: [indicator] });
  await ended(running, job ?? '');
  return (author: string, grade: string, evidence: string): string => {
    const copy = xlsxEditor(readFileSync(sent));
    copy.setText('Start here', 4, 1, author);
    copy.setText('Grades', gradeRow(copy, '6.2'), 2, grade);
    copy.setText('Evidence', 4, 0, evidence);
    copy.setText('Grades', 40, 1, 'a note in the margin');
    const file = path.join(running.dataFolder, `from ${author}.xlsx`);
    writeFileSync(file, copy.bytes());
    return file;
  };
}

async function laidOut(running: RunningWorkbook, paths: string[]) {
  const { job } = await running.call('start-consolidation-preview', { paths });
  await ended(running, job ?? '');
  return running.call('read-consolidation-preview', { job: job ?? '' });
}

async function takenIn(running: RunningWorkbook, paths: string[]): Promise<void> {
  const { preview } = await laidOut(running, paths);
  const { job } = await running.call('start-consolidation', { preview });
  await ended(running, job);
  expect((await running.call('read-job', { job })).error).toBeNull();
}

describe('workbooks that come back', () => {
  it('are taken in together; two people who filled in the same copy differ, and none of it is lost', async () => {
    const running = await runningWorkbook();
    await running.call('set-grade', { qualityIndicator: indicator, set: { grade: 3 } });
    const filledIn = await sentOut(running);
    const files = [
      filledIn('Officer A', '5 Very good', 'A visit'),
      filledIn('Officer B', '2 Weak', 'A survey'),
    ];
    const preview = await laidOut(running, files);
    expect(preview.sources.map(({ state }) => state)).toEqual(['ready', 'ready']);
    expect(preview.sources[0]?.ignored).toEqual([
      { what: 'Grades, B41: “a note in the margin”', why: expect.stringContaining('was added') },
    ]);
    expect(preview.total).toMatchObject({ added: 2, conflicts: 1 });
    await takenIn(running, files);
    const { conflicts } = await running.call('list-conflicts', {});
    expect(
      conflicts.map(({ field, values }) => [
        field,
        values.map(({ value }) => String(value)).toSorted((left, right) => (left < right ? -1 : 1)),
      ]),
    ).toEqual([['grade', ['2', '5']]]);
    const { rows } = await running.call('list-evidence', {
      filter: {},
      sort: 'title',
      descending: false,
      offset: 0,
      limit: 10,
    });
    expect(rows.map(({ title }) => title)).toEqual(['A survey', 'A visit']);
    const before = await running.call('read-state', {});
    expect((await laidOut(running, files)).sources.map(({ state }) => state)).toEqual(['known', 'known']);
    expect(await running.call('read-state', {})).toEqual(before);
    await running.shutdown();
  });

  it('are not a conflict where nobody wrote meanwhile, and are one where somebody did', async () => {
    const running = await runningWorkbook();
    await running.call('set-grade', { qualityIndicator: indicator, set: { grade: 3 } });
    const filledIn = await sentOut(running);
    const returned = filledIn('Officer A', '5 Very good', 'A visit');
    expect((await laidOut(running, [returned])).total).toMatchObject({ changed: 1, conflicts: 0 });
    await running.call('set-grade', { qualityIndicator: indicator, set: { grade: 4 } });
    expect((await laidOut(running, [returned])).total).toMatchObject({ changed: 0, conflicts: 1 });
    await running.shutdown();
  });

  it('leave the others alone when one of them is no workbook to fill in', async () => {
    const running = await runningWorkbook();
    const filledIn = await sentOut(running);
    const other = path.join(running.dataFolder, 'other.xlsx');
    writeFileSync(other, 'not a workbook');
    const old = path.join(running.dataFolder, 'old.xls');
    writeFileSync(old, 'nor this');
    const preview = await laidOut(running, [other, filledIn('Officer A', '5 Very good', 'A visit'), old]);
    expect(preview.sources.map(({ state, code }) => [state, code])).toEqual([
      ['refused', 'damaged'],
      ['ready', null],
      ['refused', 'file-kind'],
    ]);
    await running.shutdown();
  });
});
