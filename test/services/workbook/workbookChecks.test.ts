import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../../electron/store/file/snapshot.ts';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import { runningServices, runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

const question = 'ci2016/6.2/p1';
const words = 'Words typed before anybody knew';

/** A closed workbook with an answer and a backup; its folder and the laptop's. */
async function closedWorkbook(): Promise<{ readonly folder: string; readonly dataFolder: string }> {
  const running = await runningWorkbook();
  const { folder } = await running.call('read-workbook', {});
  await running.call('write-answer', { question, set: { howAreWeDoing: 'Words in the backup' } });
  await running.shutdown();
  return { folder, dataFolder: running.dataFolder };
}

/** Damages a page that opening and saving answers do not read, so that only the check of the structure meets it. */
function damageStructure(folder: string): Buffer {
  const { database } = workbookPaths(folder);
  const copy = path.join(temporaryFolder(), 'copy.sqlite');
  copyFileSync(database, copy);
  const reading = openSnapshot(copy);
  const root = reading
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'attachment_by_content'")
    .pluck()
    .get();
  const pageSize = Number(reading.pragma('page_size', { simple: true }));
  reading.close();
  const bytes = readFileSync(database);
  bytes.fill(0x5a, (Number(root) - 1) * pageSize, Number(root) * pageSize);
  writeFileSync(database, bytes);
  return bytes;
}

async function damagedWorkbook() {
  const { folder, dataFolder } = await closedWorkbook();
  const damaged = damageStructure(folder);
  const running = runningServices({ dataFolder, seed: 1 });
  await running.call('open-workbook', { folder });
  return { folder, damaged, running, dataFolder };
}

async function answerIn(running: RunningWorkbook): Promise<readonly unknown[]> {
  const { answer } = await running.call('read-question', { question });
  return answer.fields['howAreWeDoing']?.live.map(({ value }) => value) ?? [];
}

async function restoreNewest(running: RunningWorkbook, folder: string) {
  const { backups } = await running.call('list-backups', { folder });
  return running.call('restore-backup', { folder, backup: backups[0]?.name ?? '' });
}

function keptAside(folder: string): string {
  const kept = readdirSync(folder).find((name) => name.startsWith('before restoring'));
  return path.join(folder, kept ?? '');
}

describe('a workbook whose structure is not checked yet', () => {
  it('takes changes at once, and leaves the database file alone until it is known to be sound', async () => {
    const { folder, dataFolder } = await closedWorkbook();
    const { database, earlyChanges } = workbookPaths(folder);
    const running = runningServices({ dataFolder, seed: 1 });
    await running.call('open-workbook', { folder });
    const before = readFileSync(database);
    for (let number = 0; number < 60; number += 1) {
      await running.call('add-evidence', {
        set: { title: `Survey ${number}`, shows: 'words '.repeat(3_000) },
      });
    }
    expect(readFileSync(`${database}-wal`).length).toBeGreaterThan(5_000_000);
    expect(readFileSync(database).equals(before)).toBe(true);
    expect(readFileSync(earlyChanges, 'utf8')).toContain('Survey 59');

    await running.call('start-backup', {});
    await expect.poll(() => existsSync(earlyChanges), { timeout: 100_000 }).toBe(false);
    await running.call('add-evidence', { set: { title: 'Survey after the check' } });
    expect(readFileSync(database).equals(before)).toBe(false);
    expect(existsSync(earlyChanges)).toBe(false);
    await running.shutdown();
  });

  it('is checked at closing when something was saved, so that nothing is kept beside it', async () => {
    const { folder, dataFolder } = await closedWorkbook();
    const running = runningServices({ dataFolder, seed: 1 });
    await running.call('open-workbook', { folder });
    await running.call('write-answer', { question, set: { howAreWeDoing: words } });
    await running.shutdown();
    const { database, earlyChanges } = workbookPaths(folder);
    expect([existsSync(earlyChanges), existsSync(`${database}-wal`)]).toEqual([false, false]);
  });

  it('is checked on the spot when there is no room for a copy to check', async () => {
    const { folder, dataFolder } = await closedWorkbook();
    const running = runningServices({ dataFolder, seed: 1 });
    await running.call('open-workbook', { folder });
    await running.call('write-answer', { question, set: { howAreWeDoing: words } });
    const { work, earlyChanges } = workbookPaths(folder);
    rmSync(work, { recursive: true });
    writeFileSync(work, '');
    await running.call('change-voice', { voice: 'partnership' });
    expect(existsSync(earlyChanges)).toBe(false);
    rmSync(work);
    await running.shutdown();
  });

  it('is checked on the spot when changes cannot be kept beside it', async () => {
    const { folder, dataFolder } = await closedWorkbook();
    const running = runningServices({ dataFolder, seed: 1 });
    await running.call('open-workbook', { folder });
    mkdirSync(workbookPaths(folder).earlyChanges);
    await running.call('write-answer', { question, set: { howAreWeDoing: words } });
    expect(await answerIn(running)).toEqual([words]);
    expect(running.logged.join()).toMatch(/could not be kept beside/);
    rmSync(workbookPaths(folder).earlyChanges, { recursive: true, force: true });
    await running.shutdown();
  });
});

describe('a workbook whose structure turns out to be damaged after changes were saved', () => {
  it('takes no more, stays as it was found, and gives the changes to the backup that takes its place', async () => {
    const { folder, damaged, running } = await damagedWorkbook();
    const { database, earlyChanges } = workbookPaths(folder);
    await running.call('write-answer', { question, set: { howAreWeDoing: 'Words typed' } });
    await running.call('write-answer', { question, set: { howAreWeDoing: words } });
    await running.call('set-grade', { qualityIndicator: 'ci2016/6.2', set: { grade: 4 } });
    await expect(running.call('change-voice', { voice: 'partnership' })).rejects.toMatchObject({
      code: 'damaged',
    });
    expect((await running.call('read-workbook', {})).check).toBe('damaged');
    await expect(running.call('write-answer', { question, set: { howAreWeDoing: 'More' } })).rejects.toThrow(
      /damaged.*What was saved since it was opened is kept/,
    );
    expect(readFileSync(database).equals(damaged)).toBe(true);

    const restored = await restoreNewest(running, folder);
    expect(restored.notice).toMatch(/2 changes .* are in it again/);
    expect(await answerIn(running)).toEqual([words]);
    expect((await running.call('read-overview', {})).graded).toBe(1);
    const kept = keptAside(folder);
    expect(readFileSync(path.join(kept, 'workbook.sqlite')).equals(damaged)).toBe(true);
    expect(readFileSync(path.join(kept, 'workbook.sqlite-wal')).includes(words)).toBe(true);

    await running.call('change-voice', { voice: 'partnership' });
    expect(existsSync(earlyChanges)).toBe(false);
    await running.shutdown();
  });

  it('can be closed before it is known, stays as it was found, and loses nothing', async () => {
    const { folder, damaged, running, dataFolder } = await damagedWorkbook();
    await running.call('write-answer', { question, set: { howAreWeDoing: words } });
    await running.shutdown();
    const { database } = workbookPaths(folder);
    expect(readFileSync(database).equals(damaged)).toBe(true);
    expect(readFileSync(`${database}-wal`).includes(words)).toBe(true);

    const later = runningServices({ dataFolder, seed: 2 });
    await expect(later.call('open-workbook', { folder })).rejects.toMatchObject({ code: 'damaged' });
    await restoreNewest(later, folder);
    expect(await answerIn(later)).toEqual([words]);
    await later.shutdown();
  });

  it('loses nothing when the program ends at once', async () => {
    const { folder, running, dataFolder } = await damagedWorkbook();
    await running.call('write-answer', { question, set: { howAreWeDoing: words } });
    const left = path.join(dataFolder, 'left');
    cpSync(folder, left, { recursive: true });
    await running.shutdown();

    const later = runningServices({ dataFolder, seed: 2 });
    await expect(later.call('open-workbook', { folder: left })).rejects.toMatchObject({ code: 'damaged' });
    await restoreNewest(later, left);
    expect(await answerIn(later)).toEqual([words]);
    await later.shutdown();
  });

  it('acknowledges nothing that could be kept nowhere else', async () => {
    const { folder, running } = await damagedWorkbook();
    mkdirSync(workbookPaths(folder).earlyChanges);
    await expect(
      running.call('write-answer', { question, set: { howAreWeDoing: words } }),
    ).rejects.toMatchObject({ code: 'damaged' });
    rmSync(workbookPaths(folder).earlyChanges, { recursive: true });
    await running.shutdown();
  });
});
