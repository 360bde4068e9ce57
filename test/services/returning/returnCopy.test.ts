import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReturnWorkbook } from '../../../electron/services/returning/readReturnWorkbook.ts';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';
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

describe('a workbook to fill in', () => {
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
    expect(read.source).toMatchObject({
      workbook: id,
      partnership: 'Argyll',
      voice: 'partnership',
      encrypted: false,
    });
    await running.shutdown();
  });

  it('is written whatever was pasted into titles and names, and says nothing new when it comes back', async () => {
    const running = await runningWorkbook();
    const outcome = shippedCatalogue.outcomes.find(({ kind }) => kind === 'structural')?.id ?? '';
    for (const pasted of [
      'from\u000Bslides',
      'no\uFFFEsign',
      'nul\u0000',
      'lines\r\nand\rends',
      'word '.repeat(9_000),
    ]) {
      for (const row of [question, outcome])
        await running.call('correct-framework-row', { row, set: { title: pasted } });
      await running.call('correct-framework-row', { row: 'ci2016/6.2/p1', set: { text: pasted } });
      await running.call('edit', {
        entity: 'workbook',
        entityId: 'workbook',
        set: {
          partnership: pasted.slice(0, 100),
          round: pasted.slice(0, 100),
          marking: pasted.slice(0, 100),
        },
      });
      const job = await startOf(running, { path: path.join(running.dataFolder, 'a.xlsx'), replace: true });
      await ended(running, job);
      expect(await running.call('read-job', { job }), pasted.slice(0, 20)).toMatchObject({ state: 'done' });
      const { id } = await running.call('read-workbook', {});
      const read = await readReturnWorkbook(path.join(running.dataFolder, 'a.xlsx'), { workbook: id });
      expect([...read.records, ...read.notTaken, ...read.remarks]).toEqual([]);
    }
    await running.shutdown();
  });

  it('counts the cells that are locked, whatever for, and none that are never filled in', async () => {
    const running = await runningWorkbook();
    const elsewhere = shippedCatalogue.outcomes.find(({ kind }) => kind === 'national')?.id ?? '';
    await running.call('edit', {
      entity: 'action',
      entityId: 'a1',
      set: { title: 'Meet', qualityIndicator: question, outcome: elsewhere },
    });
    await running.call('write-answer', {
      question: 'ci2016/6.2/p1',
      set: { howAreWeDoing: 'word '.repeat(10_000) },
    });
    const job = await startOf(running, { path: path.join(running.dataFolder, 'a.xlsx') });
    await ended(running, job);
    const { receipt } = await running.call('read-job', { job });
    expect(receipt?.notes).toEqual([
      '2 cells are locked: a spreadsheet can’t hold the text, people have not agreed on it, or it is not among the choices of the file.',
    ]);
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
    expect(records[0]?.entity).toBe('grade');
    expect(JSON.parse(records[0]?.text ?? '')).toMatchObject({
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
    const passwords = ['other', 'Pa55-wörd £'];
    expect((await readReturnWorkbook(file, { workbook: null, passwords })).notTaken).toEqual([]);
    const { job } = await running.call('start-consolidation-preview', {
      paths: [file],
      passphrases: passwords,
    });
    await ended(running, job ?? '');
    const { sources } = await running.call('read-consolidation-preview', { job: job ?? '' });
    expect(sources[0]?.from?.encrypted).toBe(true);
    await running.shutdown();
  });

  it('lists evidence that was joined once, with the links of both, under the one that stands for the other', async () => {
    const running = await runningWorkbook();
    const add = async (title: string, outcome: string): Promise<string> => {
      const links = [{ kind: 'outcome' as const, id: outcome }];
      return (await running.call('add-evidence', { set: { title }, links })).entity.entityId;
    };
    const survey = await add('A survey', 'opi2016/structural-1');
    const same = await add('The same survey', 'opi2016/structural-2');
    await running.call('join-evidence', { evidence: survey, other: same, joined: true });
    const job = await startOf(running, { path: path.join(running.dataFolder, 'a.xlsx') });
    await ended(running, job);
    const { receipt } = await running.call('read-job', { job });
    expect(receipt?.counts.find(({ name }) => name === 'Pieces of evidence')?.count).toBe(1);
    const texts = xlsxEditor(readFileSync(path.join(running.dataFolder, 'a.xlsx'))).text(
      'xl/sharedStrings.xml',
    );
    expect(texts).toContain('>A survey<');
    expect(texts).not.toContain('The same survey');
    expect(texts).toContain('>Structural 1; Structural 2<');
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
