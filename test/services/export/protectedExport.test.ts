import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import officeCrypto from 'officecrypto-tool';
import { describe, expect, it, vi } from 'vitest';
import { unlockXlsx } from '../../../electron/excel/reader/unlockXlsx.ts';
import { ended } from '../../builders/answering.ts';
import { runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { libreOffice, runInLibreOffice } from '../../excel/return/libreOffice.ts';
import { openWithExceljs } from '../../excel/readWithExceljs.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

const password = 'Pa55-wörd £';

async function started(running: RunningWorkbook, target: string): Promise<string> {
  const { job } = await running.call('start-export', { path: target, password });
  if (job === null) throw new Error('The job was not started');
  return job;
}

/** A workbook with some evidence, and a folder outside of it to export to. */
async function workbook(
  evidence = 3,
): Promise<{ running: RunningWorkbook; outside: string; folder: string }> {
  const running = await runningWorkbook();
  for (let index = 0; index < evidence; index += 1)
    await running.call('add-evidence', { set: { title: `Survey ${index}` } });
  const { folder } = await running.call('read-workbook', {});
  return { running, outside: temporaryFolder(), folder };
}

/** Nothing is left in the workbook's own folder, as soon as the backup that follows its opening has been checked there. */
async function nothingLeft(folder: string): Promise<void> {
  await vi.waitFor(() => expect(readdirSync(path.join(folder, 'work'))).toEqual([]), 10_000);
}

describe('an export with a password', { timeout: 120_000 }, () => {
  it('opens with the password alone, here and in other programs, and to the very file of its receipt', async () => {
    const { running, outside, folder } = await workbook();
    const target = path.join(outside, 'export.xlsx');
    const job = await started(running, target);
    await ended(running, job);
    const { receipt, error } = await running.call('read-job', { job });
    expect(error).toBeNull();
    const bytes = readFileSync(target);
    expect(bytes.subarray(0, 2).toString()).not.toBe('PK');
    await expect(unlockXlsx(bytes, ['not this one'])).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(officeCrypto.decrypt(bytes, { password: 'nor this' })).rejects.toThrow(/incorrect/);
    const opened = path.join(outside, 'opened.xlsx');
    writeFileSync(opened, await officeCrypto.decrypt(bytes, { password }));
    const cover = (await openWithExceljs(opened)).getWorksheet('Cover');
    expect(JSON.stringify(cover?.getSheetValues())).toContain(receipt?.fingerprint);
    if (libreOffice !== null) {
      const saved = path.join(outside, 'saved.xlsx');
      runInLibreOffice([
        ['open', target, password],
        ['save', saved],
      ]);
      const register = (await openWithExceljs(saved)).getWorksheet('Evidence register');
      expect(JSON.stringify(register?.getSheetValues())).toContain('Survey 2');
    }
    await nothingLeft(folder);
    await running.shutdown();
  });

  it('is nowhere unprotected but in the workbook’s own folder, at any moment', async () => {
    const { running, outside } = await workbook(40);
    const target = path.join(outside, 'export.xlsx');
    const job = await started(running, target);
    const steps = new Set<string>();
    for (;;) {
      for (const name of readdirSync(outside)) {
        const file = path.join(outside, name);
        if (existsSync(file)) expect(readFileSync(file).subarray(0, 2).toString()).not.toBe('PK');
      }
      const view = await running.call('read-job', { job });
      steps.add(view.step);
      if (view.state !== 'running') break;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect([...steps]).toContain('Protecting the file with the password');
    expect(readdirSync(outside)).toEqual(['export.xlsx']);
    await running.shutdown();
  });

  it('leaves nothing behind when it is stopped while it is being protected, or has no place to go', async () => {
    const { running, outside, folder } = await workbook();
    const job = await started(running, path.join(outside, 'export.xlsx'));
    let view = await running.call('read-job', { job });
    while (view.state === 'running') {
      if (view.step.startsWith('Protecting')) await running.call('cancel-job', { job });
      await new Promise((resolve) => setTimeout(resolve, 1));
      view = await running.call('read-job', { job });
    }
    expect(view.state).toBe('cancelled');
    expect(readdirSync(outside)).toEqual([]);
    const full = path.join(outside, 'a folder.xlsx');
    mkdirSync(full);
    const refused = await started(running, path.join(full, 'missing', 'export.xlsx'));
    await ended(running, refused);
    expect((await running.call('read-job', { job: refused })).error?.code).toBe('not-found');
    await nothingLeft(folder);
    await running.shutdown();
  });
});
