import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeNotTakenSheet } from '../../../electron/services/consolidation/writeNotTakenSheet.ts';
import { ended } from '../../builders/answering.ts';
import { runningServices, runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { cellsOf, openWithExceljs } from '../../excel/readWithExceljs.ts';
import { xlsxEditor } from '../../excel/return/xlsxEditor.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

const about = {
  partnership: 'Argyll',
  round: '2026-27',
  marking: 'OFFICIAL',
  occasion: 'Brought together',
  generatedAt: '2026-11-22T09:00:00.000Z',
  appVersion: '0.1.0',
};
const row = { file: 'a.xlsx', from: 'Officer A', where: 'Grades, B4', says: 'x', why: 'Because' };
const free = { report: () => undefined, signal: new AbortController().signal };

/** A returned workbook with a note in a place of its own, and a file that is no workbook. */
async function laidOut(running: RunningWorkbook, further = 0): Promise<string> {
  const sent = path.join(running.dataFolder, 'sent.xlsx');
  const qualityIndicators = ['ci2016/6.2'];
  await ended(
    running,
    (await running.call('start-return-copy', { path: sent, qualityIndicators })).job ?? '',
  );
  const copy = xlsxEditor(readFileSync(sent));
  copy.setText('Start here', 4, 1, 'Officer B');
  copy.setText('Evidence', 4, 0, 'A visit');
  copy.setText('Grades', 40, 1, '=1+1 in the margin: “quoted”');
  for (let row = 0; row < further; row += 1) copy.setText('Grades', 41 + row, 1, 'In the margin');
  const filledIn = path.join(running.dataFolder, 'filled in.xlsx');
  writeFileSync(filledIn, copy.bytes());
  const other = path.join(running.dataFolder, 'other.cjpacket');
  writeFileSync(other, 'not a packet');
  const { job } = await running.call('start-consolidation-preview', { paths: [filledIn, other] });
  await ended(running, job ?? '');
  return job ?? '';
}

const texts = async (file: string) =>
  (await cellsOf(file, 'Not taken')).map((cells) => cells.map(({ text }) => text));

describe('the list of what was not taken', () => {
  it('is written from a preview: refused files and single cells, with where they are and why', async () => {
    const running = await runningWorkbook();
    const preview = await laidOut(running);
    const file = path.join(running.dataFolder, 'Not taken.xlsx');
    const { job } = await running.call('start-not-taken-sheet', {
      from: { kind: 'preview', job: preview },
      path: file,
    });
    await ended(running, job ?? '');
    const view = await running.call('read-job', { job: job ?? '' });
    expect(view).toMatchObject({ kind: 'not-taken-sheet', error: null });
    expect(view.receipt).toMatchObject({ path: file, counts: [{ name: 'Things listed', count: 2 }] });
    const [title, , header, ...rows] = await texts(file);
    expect(title?.[0]).toBe('What was not taken');
    expect(header).toEqual(['File', 'From', 'Where', 'What it says', 'Why']);
    expect(rows).toEqual([
      [
        'filled in.xlsx',
        'Officer B, The partnership',
        'Grades, B41',
        '=1+1 in the margin: “quoted”',
        expect.stringContaining('was added'),
      ],
      ['other.cjpacket', null, 'The whole file', null, expect.stringMatching(/\.$/)],
    ]);
    const sheet = (await openWithExceljs(file)).getWorksheet('Not taken');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet?.headerFooter.oddHeader).toContain('&C&BOFFICIAL');
    expect(sheet?.headerFooter.oddFooter).toContain('&C&BOFFICIAL');
    expect(Object.keys(sheet?.getTables() ?? {})).toHaveLength(1);
    await running.shutdown();
  });

  it('goes with a preview by its beginning, and is read on a page at a time', async () => {
    const running = await runningWorkbook();
    const job = await laidOut(running, 150);
    const [source] = (await running.call('read-consolidation-preview', { job })).sources;
    expect([source?.notTaken, source?.ignored.length]).toEqual([151, 100]);
    const page = (offset: number) => running.call('list-not-taken', { job, source: 0, offset, limit: 60 });
    const first = await page(0);
    expect(first.total).toBe(151);
    expect(first.lines).toEqual(source?.ignored.slice(0, 60));
    expect([...first.lines, ...(await page(60)).lines, ...(await page(120)).lines]).toHaveLength(151);
    expect(await running.call('list-not-taken', { job, source: 9, offset: 0, limit: 1 })).toEqual({
      total: 0,
      lines: [],
    });
    await running.shutdown();
  });

  it('is written from a consolidation that has been taken in', async () => {
    const running = await runningWorkbook();
    const { preview } = await running.call('read-consolidation-preview', { job: await laidOut(running) });
    const taking = await running.call('start-consolidation', { preview });
    await ended(running, taking.job);
    // Counted in the receipt, which every screen is sent, and kept line by line in the log of consolidations.
    expect((await running.call('read-job', taking)).receipt).toMatchObject({
      counts: expect.arrayContaining([{ name: 'Not taken, or with a remark', count: 1 }]),
      notes: [],
    });
    const [entry] = (await running.call('list-consolidations', {})).consolidations;
    expect(entry?.notTaken).toBe(1);
    const file = path.join(running.dataFolder, 'Not taken.xlsx');
    const from = { kind: 'consolidation' as const, id: entry?.id ?? '' };
    const { job } = await running.call('start-not-taken-sheet', { from, path: file });
    await ended(running, job ?? '');
    expect((await texts(file)).slice(3).map(([name, , where]) => [name, where])).toEqual([
      ['filled in.xlsx', 'Grades, B41'],
    ]);
    await running.shutdown();
  });

  it('refuses what is not known, places that may not be written to, and a path from a page that has dialogs', async () => {
    const running = await runningWorkbook();
    const from = { kind: 'preview' as const, job: await laidOut(running) };
    const { folder } = await running.call('read-workbook', {});
    const refusals = [
      [{ from: { kind: 'preview', job: 'none' }, path: '/tmp/a.xlsx' }, 'not-found'],
      [{ from: { kind: 'consolidation', id: 'none' }, path: '/tmp/a.xlsx' }, 'not-found'],
      [{ from, path: path.join(running.dataFolder, 'list.csv') }, 'file-kind'],
      [{ from, path: path.join(folder, 'list.xlsx') }, 'unsafe-folder'],
    ] as const;
    for (const [input, code] of refusals)
      await expect(running.call('start-not-taken-sheet', input)).rejects.toMatchObject({ code });
    expect(await running.call('start-not-taken-sheet', { from })).toEqual({ job: null });
    await running.shutdown();
    const page = runningServices({ host: 'electron' });
    await expect(page.call('start-not-taken-sheet', { from, path: '/tmp/a.xlsx' })).rejects.toMatchObject({
      code: 'not-here',
    });
  });

  it('holds any text as text, goes on in further rows where one is too long, and says so when nothing is listed', async () => {
    const target = path.join(temporaryFolder(), 'list.xlsx');
    const awkward = ['=HYPERLINK("x")', '+1', '-1', '@x', 'bell\u0007\r\nend', ' spaced '];
    const rows = [...awkward, 'long '.repeat(8_000)].map((says) => ({ ...row, says }));
    const receipt = await writeNotTakenSheet({ about, rows }, { target, replace: false }, free);
    expect(receipt.counts).toEqual([{ name: 'Things listed', count: rows.length }]);
    const cells = (await cellsOf(target, 'Not taken')).slice(3).map((found) => found[3]);
    expect(cells.slice(0, 6).map((cell) => cell?.text)).toEqual([
      ...awkward.slice(0, 4),
      'bell\nend',
      ' spaced ',
    ]);
    expect(cells.every((cell) => cell?.formula === undefined)).toBe(true);
    expect(cells).toHaveLength(8);
    await writeNotTakenSheet({ about, rows: [] }, { target, replace: true }, free);
    expect((await texts(target)).flat()).toContain('Everything was taken as it stood.');
  });

  it('leaves nothing behind when it is stopped, and never writes over a file unasked', async () => {
    const folder = temporaryFolder();
    const target = path.join(folder, 'list.xlsx');
    const stop = new AbortController();
    const report = (): void => stop.abort();
    await expect(
      writeNotTakenSheet({ about, rows: [row] }, { target, replace: false }, { report, signal: stop.signal }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(target, 'mine');
    await expect(
      writeNotTakenSheet({ about, rows: [row] }, { target, replace: false }, free),
    ).rejects.toMatchObject({ code: 'already-exists' });
    expect(readFileSync(target, 'utf8')).toBe('mine');
    expect(existsSync(`${target}.part`)).toBe(false);
  });
});
