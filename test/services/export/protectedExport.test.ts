import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import officeCrypto from 'officecrypto-tool';
import { describe, expect, it } from 'vitest';
import { unlockXlsx } from '../../../electron/excel/reader/unlockXlsx.ts';
import { exportSnapshot } from '../../../electron/services/export/exportSnapshot.ts';
import { exportWorkbook } from '../../../electron/services/export/exportWorkbook.ts';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { takeSnapshot } from '../../../electron/store/file/snapshot.ts';
import { ended } from '../../builders/answering.ts';
import { runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { libreOffice, runInLibreOffice } from '../../excel/return/libreOffice.ts';
import { openWithExceljs } from '../../excel/readWithExceljs.ts';
import { readIfThere } from '../../store/readIfThere.ts';
import { makeSampleWorkbook } from '../../store/sampleWorkbook.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

const password = 'Pa55-wörd £';
const generatedAt = '2026-10-03T14:02:00.000Z';

async function started(running: RunningWorkbook, target: string): Promise<string> {
  const { job } = await running.call('start-export', { path: target, password });
  if (job === null) throw new Error('The job was not started');
  return job;
}

/** An open workbook with some evidence, and a folder outside of it to export to. */
async function workbook(): Promise<{ running: RunningWorkbook; outside: string; folder: string }> {
  const running = await runningWorkbook();
  for (let index = 0; index < 3; index += 1)
    await running.call('add-evidence', { set: { title: `Survey ${index}` } });
  const { folder } = await running.call('read-workbook', {});
  return { running, outside: temporaryFolder(), folder };
}

/** A workbook that nothing works on, and a folder outside of it. */
function closedWorkbook(evidence: number): { folder: string; outside: string } {
  const folder = path.join(temporaryFolder(), 'workbook');
  makeSampleWorkbook(folder, evidence);
  return { folder, outside: temporaryFolder() };
}

describe('an export with a password', () => {
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
    expect(readdirSync(path.join(folder, 'work'))).toEqual([]);
    await running.shutdown();
  });

  it('is nowhere unprotected but in the workbook’s own folder, at any moment', async () => {
    const { folder, outside } = closedWorkbook(40);
    const target = path.join(outside, 'export.xlsx');
    const beginnings = new Set<string>();
    const look = (): void => {
      for (const name of readdirSync(outside)) {
        // It gets its name, or goes, whenever the thread is so far.
        const bytes = readIfThere(path.join(outside, name));
        if (bytes !== null) beginnings.add(bytes.subarray(0, 2).toString());
      }
    };
    const steps = new Set<string>();
    const database = openDatabase(folder);
    const looking = setInterval(look, 2);
    try {
      await exportWorkbook(
        database,
        folder,
        { target, replace: false, password, generatedAt, appVersion: '0.1.0' },
        {
          onProgress: (_progress, step) => {
            steps.add(step);
            look();
          },
        },
      );
    } finally {
      clearInterval(looking);
      closeDatabase(database);
    }
    expect([...steps]).toContain('Protecting the file with the password');
    expect(readdirSync(outside)).toEqual(['export.xlsx']);
    look();
    expect([...beginnings]).not.toContain('PK');
    expect([...beginnings]).not.toEqual([]);
  });

  it('leaves nothing behind when it is stopped while it is being protected', async () => {
    const { folder, outside } = closedWorkbook(3);
    const target = path.join(outside, 'export.xlsx');
    const partPath = `${target}.part`;
    const database = openDatabase(folder);
    const snapshot = await takeSnapshot(database, folder);
    closeDatabase(database);
    const stop = new AbortController();
    const plainPath = `${snapshot.path}.xlsx`;
    const task = {
      snapshotPath: snapshot.path,
      targetPath: target,
      partPath,
      protection: { password, plainPath },
      replace: false,
      generatedAt,
      appVersion: '0.1.0',
    };
    // On this thread, so that the wish to stop comes at that step on a busy computer too.
    const stopped = exportSnapshot(task, {
      signal: stop.signal,
      onProgress: (_progress, step) => void (step.startsWith('Protecting') && stop.abort()),
    });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect([existsSync(partPath), existsSync(plainPath)]).toEqual([false, false]);
    expect(readdirSync(outside)).toEqual([]);
  });

  it('leaves nothing behind when it has no place to go', async () => {
    const { running, outside, folder } = await workbook();
    const full = path.join(outside, 'a folder.xlsx');
    mkdirSync(full);
    const refused = await started(running, path.join(full, 'missing', 'export.xlsx'));
    await ended(running, refused);
    expect((await running.call('read-job', { job: refused })).error?.code).toBe('not-found');
    expect(readdirSync(path.join(folder, 'work'))).toEqual([]);
    await running.shutdown();
  });
});
