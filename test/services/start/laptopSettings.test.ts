import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ended } from '../../builders/answering.ts';
import { runningServices, runningWorkbook } from '../../builders/runningWorkbook.ts';

describe('the second folder for backups', () => {
  it('comes from the dialog, stays when nothing is chosen, and can be given up', async () => {
    const running = runningServices({ host: 'electron' });
    running.dialogAnswers.folder = '/chosen in the dialog';
    expect(await running.call('choose-second-backup-folder', {})).toMatchObject({
      secondBackupFolder: '/chosen in the dialog',
    });
    running.dialogAnswers.folder = null;
    expect((await running.call('choose-second-backup-folder', {})).secondBackupFolder).toBe(
      '/chosen in the dialog',
    );
    expect(await running.call('change-laptop-settings', { secondBackupFolder: null })).toMatchObject({
      secondBackupFolder: null,
    });
  });

  it('is typed where there are no dialogs', async () => {
    const running = runningServices({ host: 'browser' });
    const changed = await running.call('change-laptop-settings', { secondBackupFolder: '/typed' });
    expect(changed.secondBackupFolder).toBe('/typed');
  });
});

describe('a backup that could not be copied to the second folder', () => {
  it('says so in its report and in the settings, until it could or there is no second folder', async () => {
    const running = await runningWorkbook();
    const problem = async () => (await running.call('list-backups', {})).secondFolderProblem;
    expect(await problem()).toBeNull();

    const stick = path.join(running.dataFolder, 'stick');
    await running.call('change-laptop-settings', { secondBackupFolder: stick });
    const backUp = async () => {
      const { job } = await running.call('start-backup', {});
      await ended(running, job);
      return (await running.call('read-job', { job })).receipt;
    };
    const receipt = await backUp();
    expect(receipt?.notes).toEqual([expect.stringContaining(`${stick}, is not there`)]);
    expect(await problem()).toBe(receipt?.notes[0]);

    mkdirSync(stick);
    await backUp();
    expect(await problem()).toBeNull();
  });
});

describe('keys of one letter', () => {
  it('are as they were set on this computer, for each workbook and after the next start', async () => {
    const running = await runningWorkbook();
    expect((await running.call('read-workbook', {})).singleKeys).toBe(true);
    await running.call('change-laptop-settings', { singleKeys: false });
    const { folder, singleKeys } = await running.call('read-workbook', {});
    expect(singleKeys).toBe(false);
    await running.shutdown();
    const later = runningServices({ dataFolder: running.dataFolder });
    expect((await later.call('open-workbook', { folder })).singleKeys).toBe(false);
    await later.shutdown();
  });
});

describe('a folder that a page names for its backups', () => {
  it('is refused where workbooks would be in danger, before it is looked at', async () => {
    const running = runningServices();
    const folder = path.join(running.dataFolder, 'Dropbox', 'Argyll');
    mkdirSync(path.join(folder, 'backups'), { recursive: true });
    for (const call of [
      running.call('list-backups', { folder }),
      running.call('restore-backup', { folder, backup: 'any' }),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'unsafe-folder' });
    }
  });
});
