import { cpSync, existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ended } from '../../builders/answering.ts';
import { runningServices, runningWorkbook } from '../../builders/runningWorkbook.ts';

describe('starting', () => {
  it('makes a workbook from three fields and lists it the next time', async () => {
    const running = await runningWorkbook();
    const { folder } = await running.call('read-workbook', {});
    await running.shutdown();
    const later = runningServices({ dataFolder: running.dataFolder });
    const start = await later.call('read-start', {});
    expect(start.recent).toEqual([
      expect.objectContaining({ folder, partnership: 'Argyll', round: '2026-27', present: true }),
    ]);
    expect(start.author).toBe('Officer A');
  });

  it('opens the example again where it was left, without making it anew', async () => {
    const running = runningServices();
    const first = await running.call('open-example', {});
    await running.call('set-grade', { qualityIndicator: 'ci2016/6.2', set: { grade: 4 } });
    await running.call('close-workbook', {});
    const again = await running.call('open-example', {});
    expect(again.id).toBe(first.id);
    expect((await running.call('read-overview', {})).graded).toBe(1);
  });

  it('says that no workbook is open, whatever is asked of it', async () => {
    const running = runningServices();
    for (const call of [
      running.call('read-walk', {}),
      running.call('undo', {}),
      running.call('read-overview', {}),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'no-workbook' });
    }
  });

  it('takes a workbook off the list and leaves it where it is', async () => {
    const running = await runningWorkbook();
    const { folder } = await running.call('read-workbook', {});
    await running.call('forget-workbook', { folder });
    expect((await running.call('read-start', {})).recent).toEqual([]);
    expect(existsSync(path.join(folder, 'workbook.sqlite'))).toBe(true);
  });

  it('keeps no list when that is switched off', async () => {
    const running = await runningWorkbook();
    await running.call('change-laptop-settings', { keepRecent: false });
    expect((await running.call('read-start', {})).recent).toEqual([]);
  });
});

describe('opening what can’t be opened', () => {
  it('refuses an empty file with a sentence, leaves it as it is, and opens another one after that', async () => {
    const running = await runningWorkbook();
    const { folder } = await running.call('read-workbook', {});
    await running.call('close-workbook', {});
    const empty = path.join(running.dataFolder, 'empty');
    mkdirSync(empty);
    writeFileSync(path.join(empty, 'workbook.sqlite'), '');
    await expect(running.call('open-workbook', { folder: empty })).rejects.toMatchObject({
      code: expect.stringMatching(/not-a-workbook|damaged/),
    });
    expect(readdirSync(empty)).toEqual(['workbook.sqlite']);
    expect((await running.call('open-workbook', { folder })).partnership).toBe('Argyll');
  });

  it('refuses a second workbook while one is open', async () => {
    const running = await runningWorkbook();
    await expect(
      running.call('create-workbook', { partnership: 'Bute', round: '2026-27', author: '' }),
    ).rejects.toMatchObject({ code: 'locked' });
  });

  it('offers the backup made at closing for a damaged workbook, and goes on from it', async () => {
    const running = await runningWorkbook();
    const { folder } = await running.call('read-workbook', {});
    await running.call('write-answer', {
      question: 'ci2016/6.2/p1',
      set: { howAreWeDoing: 'Words that must not be lost' },
    });
    await running.call('close-workbook', {});
    truncateSync(path.join(folder, 'workbook.sqlite'), 8_192);
    await expect(running.call('open-workbook', { folder })).rejects.toMatchObject({ code: 'damaged' });
    const { backups } = await running.call('list-backups', { folder });
    expect(backups[0]).toMatchObject({ verified: true, answers: 1 });
    const restored = await running.call('restore-backup', { folder, backup: backups[0]?.name ?? '' });
    expect(restored.partnership).toBe('Argyll');
    const { answer } = await running.call('read-question', { question: 'ci2016/6.2/p1' });
    expect(answer.fields['howAreWeDoing']?.live[0]?.value).toBe('Words that must not be lost');
    const kept = readdirSync(folder).find((name) => name.startsWith('before restoring'));
    expect(restored.notice).toContain(`What stood before is kept in the folder “${kept}”`);
  });

  it('offers the backups of a damaged example, of which nobody has named the folder', async () => {
    const running = runningServices();
    const { folder } = await running.call('open-example', {});
    await running.call('close-workbook', {});
    truncateSync(path.join(folder, 'workbook.sqlite'), 8_192);
    await expect(running.call('open-example', {})).rejects.toMatchObject({ code: 'damaged' });
    const { backups } = await running.call('list-backups', {});
    const restored = await running.call('restore-backup', { backup: backups[0]?.name ?? '' });
    expect(restored.folder).toBe(folder);
  });

  it('leaves the workbook open and as it is where a backup that was chosen is damaged', async () => {
    const running = await runningWorkbook();
    const { folder, replica } = await running.call('read-workbook', {});
    const { job } = await running.call('start-backup', {});
    await ended(running, job);
    const { backups } = await running.call('list-backups', {});
    const backup = backups[0]?.name ?? '';
    truncateSync(path.join(folder, 'backups', backup), 8_192);
    await expect(running.call('restore-backup', { backup })).rejects.toMatchObject({ code: 'damaged' });
    expect(await running.call('read-workbook', {})).toMatchObject({ folder, replica, notice: null });
    await running.call('set-grade', { qualityIndicator: 'ci2016/6.2', set: { grade: 4 } });
  });

  it('makes a workbook from a second folder for backups, which keeps what it has', async () => {
    const lost = await runningWorkbook();
    const stick = path.join(lost.dataFolder, 'stick');
    mkdirSync(stick);
    await lost.call('change-laptop-settings', { secondBackupFolder: stick });
    const before = await lost.call('read-workbook', {});
    const { job } = await lost.call('start-backup', {});
    await ended(lost, job);
    await lost.shutdown();

    const running = runningServices({ seed: 2 });
    const folder = path.join(stick, readdirSync(stick)[0] ?? '');
    const found = readdirSync(folder);
    await expect(running.call('open-workbook', { folder })).rejects.toMatchObject({ code: 'not-a-workbook' });
    const { backups } = await running.call('list-backups', { folder });
    expect(backups).toMatchObject([{ verified: true }]);
    const made = await running.call('restore-backup', { folder, backup: backups[0]?.name ?? '' });
    expect(made).toMatchObject({ id: before.id, partnership: 'Argyll' });
    expect(made.folder.startsWith(path.join(running.dataFolder, 'workbooks', 'Argyll'))).toBe(true);
    expect(made.notice).toContain('made from a backup');
    expect(readdirSync(folder)).toEqual(found);
  });

  it('leaves nothing on this computer of a backup in a second folder that is damaged', async () => {
    const lost = await runningWorkbook();
    const { folder } = await lost.call('read-workbook', {});
    await lost.shutdown();
    const stick = path.join(lost.dataFolder, 'stick');
    cpSync(path.join(folder, 'backups'), stick, { recursive: true });
    const running = runningServices();
    const backup = readdirSync(stick).find((name) => name.endsWith('.sqlite')) ?? '';
    truncateSync(path.join(stick, backup), 8_192);
    const call = running.call('restore-backup', { folder: stick, backup });
    await expect(call).rejects.toMatchObject({ code: 'damaged' });
    await expect(
      running.call('restore-backup', { folder: stick, backup: `../stick/${backup}` }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(readdirSync(path.join(running.dataFolder, 'workbooks'))).toEqual([]);
  });

  it('goes on as a new copy after a restoration, so that its changes are not taken for those made since the backup', async () => {
    const running = await runningWorkbook();
    const before = await running.call('read-workbook', {});
    await running.call('close-workbook', {});
    const { backups } = await running.call('list-backups', { folder: before.folder });
    const after = await running.call('restore-backup', {
      folder: before.folder,
      backup: backups[0]?.name ?? '',
    });
    expect(after.id).toBe(before.id);
    expect(after.replica).not.toBe(before.replica);
  });
});

describe('a workbook that was not closed', () => {
  it('tells what it was found like until that is put away, and not again after it was closed in order', async () => {
    const running = await runningWorkbook();
    const { folder, notice } = await running.call('read-workbook', {});
    expect(notice).toBeNull();
    await running.call('write-answer', { question: 'ci2016/6.2/p1', set: { howAreWeDoing: 'Well enough' } });
    const left = path.join(running.dataFolder, 'left');
    cpSync(folder, left, { recursive: true });
    await running.shutdown();
    const log = path.join(left, 'workbook.sqlite-wal');
    truncateSync(log, statSync(log).size - 100);

    const later = runningServices({ dataFolder: running.dataFolder });
    const opened = await later.call('open-workbook', { folder: left });
    expect(opened.notice).toMatch(/was not closed properly.*Check what you wrote last/);
    expect((await later.call('read-workbook', {})).notice).toBe(opened.notice);
    expect(later.logged.join()).not.toContain(left);
    expect((await later.call('dismiss-notice', {})).notice).toBeNull();
    expect((await later.call('read-workbook', {})).notice).toBeNull();
    await later.call('close-workbook', {});
    expect((await later.call('open-workbook', { folder: left })).notice).toBeNull();
    await expect(runningServices().call('dismiss-notice', {})).rejects.toMatchObject({ code: 'no-workbook' });
    await later.shutdown();
  });
});

describe('a while after it was opened a workbook', () => {
  it('is checked and then backed up, and not any more once it was closed', async () => {
    const running = await runningWorkbook();
    running.beginCheck();
    const made = async () => (await running.call('list-backups', {})).backups.map(({ reason }) => reason);
    await expect.poll(made, { timeout: 100_000 }).toEqual(['After opening']);
    expect((await running.call('read-workbook', {})).check).toBe('sound');
    await running.call('close-workbook', {});
    expect(running.beginCheck).toThrow('No workbook waits for its check');
  });
});

describe('the verification', () => {
  it('finds a workbook sound and counts what it checked', async () => {
    const running = await runningWorkbook();
    await running.call('add-evidence', { set: { title: 'Survey' } });
    const { job } = await running.call('start-verification', {});
    let view = await running.call('read-job', { job });
    while (view.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 10));
      view = await running.call('read-job', { job });
    }
    expect(view.error).toBeNull();
    expect(view.state).toBe('done');
    expect(view.receipt?.counts).toContainEqual({ name: 'Problems', count: 0 });
    expect(view.receipt?.counts).toContainEqual({ name: 'Changes', count: 2 });
    expect((await running.call('read-workbook', {})).check).toBe('sound');
  });
});
