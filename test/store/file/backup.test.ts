import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { listBackups } from '../../../electron/store/file/listBackups.ts';
import { makeBackup } from '../../../electron/store/file/makeBackup.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { restoreBackup } from '../../../electron/store/file/restoreBackup.ts';
import { openSnapshot, takeSnapshot } from '../../../electron/store/file/snapshot.ts';
import { readProperties } from '../../../electron/store/file/workbookProperties.ts';
import { addEvidence, makeSampleWorkbook, sampleProperties, withOpen } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const clock = { now: () => new Date('2026-05-03T10:00:00.000Z') };
const restoring = { now: new Date('2026-05-03T12:00:00.000Z'), newReplica: 'second-replica' };
const count = 'SELECT count(*) FROM change_record';
/** Where the sample's backups are in a second folder. */
const SECOND = 'Backups of workbook, copy first-re';

function sample(): { folder: string; backups: string; file: string } {
  const folder = path.join(temporaryFolder(), 'workbook');
  makeSampleWorkbook(folder);
  return { folder, backups: path.join(folder, 'backups'), file: path.join(folder, 'workbook.sqlite') };
}

async function backUp(folder: string, options = {}) {
  const database = openDatabase(folder);
  try {
    return await makeBackup(database, folder, 'asked', clock, options);
  } finally {
    closeDatabase(database);
  }
}

describe('a backup', () => {
  it('is one verified file that other programs can check too, and says what it holds', async () => {
    const { folder, backups } = sample();
    const { backup, made } = await backUp(folder);
    expect(made).toBe(true);
    expect(backup.content).toMatchObject({ records: 60, answers: 20, evidence: 20 });
    expect(readdirSync(backups)).toEqual([backup.name, `${backup.name}.sha256`]);
    expect(
      execFileSync('sha256sum', ['--check', `${backup.name}.sha256`], {
        cwd: backups,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ).toContain('OK');
    expect(listBackups(backups)).toEqual([backup]);
  });

  it('is not made again while nothing has changed', async () => {
    const { folder, backups } = sample();
    const first = await backUp(folder);
    const second = await backUp(folder);
    expect(second).toMatchObject({ made: false, backup: { name: first.backup.name } });
    withOpen(folder, (database) => addEvidence(database, 50, 51));
    expect((await backUp(folder)).made).toBe(true);
    expect(listBackups(backups)).toHaveLength(2);
  });

  it('holds every save that was made while it was being made, or was made before', async () => {
    const { folder } = sample();
    const database = openDatabase(folder);
    addEvidence(database, 100, 2_000);
    const running = makeBackup(database, folder, 'asked', clock, {
      onProgress: () => addEvidence(database, next, ++next),
    });
    let next = 3_000;
    const { backup } = await running;
    closeDatabase(database);
    expect(backup.content?.records).toBeGreaterThanOrEqual(60 + 1_900 * 3);
  });

  it('is refused for a workbook whose records are damaged, and leaves the earlier backups alone', async () => {
    const { folder, backups } = sample();
    const good = await backUp(folder);
    withOpen(folder, (database) => {
      addEvidence(database, 50, 51);
      database.exec("UPDATE change_record SET body = replace(body, 'Survey 3', 'Survey 4')");
    });
    await expect(backUp(folder)).rejects.toMatchObject({ code: 'damaged' });
    expect(listBackups(backups).map(({ name }) => name)).toEqual([good.backup.name]);
    expect(readdirSync(backups)).toHaveLength(2);
  });

  it('can be stopped and leaves nothing behind', async () => {
    const { folder, backups } = sample();
    const stop = new AbortController();
    stop.abort();
    await expect(backUp(folder, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(backups)).toEqual([]);
  });

  it('is copied to a second folder, and says so when that is not there', async () => {
    const { folder } = sample();
    const secondFolder = temporaryFolder();
    const { backup, secondFolderProblem } = await backUp(folder, { secondFolder });
    expect(secondFolderProblem).toBeNull();
    expect(listBackups(path.join(secondFolder, SECOND))).toEqual([backup]);
    const missing = await backUp(folder, { secondFolder: '/no/such/place' });
    expect(missing.secondFolderProblem).toMatch(/is not there/);
    expect(missing.backup.name).toBe(backup.name);
  });

  it('stays in a second folder beside those of a workbook in another folder of the same name', async () => {
    const secondFolder = temporaryFolder();
    const { folder } = sample();
    for (let made = 0; made < 10; made += 1) {
      withOpen(folder, (database) => addEvidence(database, 100 + made, 101 + made));
      await backUp(folder, { secondFolder });
    }
    const other = path.join(temporaryFolder(), 'workbook');
    makeSampleWorkbook(other, 3, { ...sampleProperties, replica: 'other-replica' });
    const { backup } = await backUp(other, { secondFolder });
    expect(listBackups(path.join(secondFolder, 'Backups of workbook, copy other-re'))).toEqual([backup]);
    expect(listBackups(path.join(secondFolder, SECOND))).toHaveLength(10);
  });

  it('stands although the second folder is no folder, or its place is taken, which is said', async () => {
    const { folder, backups } = sample();
    const taken = temporaryFolder();
    writeFileSync(path.join(taken, SECOND), 'a file');
    for (const secondFolder of [path.join(taken, SECOND), taken]) {
      const { backup, secondFolderProblem } = await backUp(folder, { secondFolder });
      expect(secondFolderProblem).toMatch(/^The second copy of the backup was not made\. .*Choose another/);
      expect(secondFolderProblem).toContain(secondFolder);
      expect(listBackups(backups)).toEqual([backup]);
    }
  });

  it('without its seal counts as not verified', async () => {
    const { folder, backups } = sample();
    const { backup } = await backUp(folder);
    writeFileSync(path.join(backups, `${backup.name}.sha256`), 'cut o');
    expect(listBackups(backups)[0]?.content).toBeUndefined();
  });
});

describe('restoring a backup', () => {
  async function backedUpThenChanged() {
    const place = sample();
    const { backup } = await backUp(place.folder);
    withOpen(place.folder, (database) => addEvidence(database, 50, 60));
    return { ...place, backup: backup.name };
  }

  it('brings back what was backed up under a new copy’s id and keeps what stood there', async () => {
    const { folder, backup, file } = await backedUpThenChanged();
    const before = readFileSync(file);
    const { keptIn } = restoreBackup(folder, backup, restoring);
    withOpen(folder, (database) => {
      expect(database.prepare(count).pluck().get()).toBe(60);
      expect(readProperties(database)).toMatchObject({ id: 'sample-workbook', replica: 'second-replica' });
    });
    expect(keptIn).toBe(path.join(folder, 'before restoring 2026-05-03T12.00.00.000Z'));
    expect(readFileSync(path.join(keptIn ?? '', 'workbook.sqlite')).equals(before)).toBe(true);
  });

  it('moves a log that was left behind aside, so that it is not replayed into the backup', async () => {
    const { folder, backup, file } = await backedUpThenChanged();
    let wal = Buffer.alloc(0);
    withOpen(folder, (database) => {
      addEvidence(database, 70, 80);
      wal = readFileSync(`${file}-wal`);
    });
    writeFileSync(`${file}-wal`, wal);
    const { keptIn } = restoreBackup(folder, backup, restoring);
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(readFileSync(path.join(keptIn ?? '', 'workbook.sqlite-wal')).equals(wal)).toBe(true);
    withOpen(folder, (database) => expect(database.prepare(count).pluck().get()).toBe(60));
  });

  it('works when the workbook is damaged, empty or gone', async () => {
    for (const spoil of [
      (file: string) => writeFileSync(file, 'not a database '.repeat(100)),
      (file: string) => truncateSync(file, 0),
      (file: string) => truncateSync(file, 10_000),
    ]) {
      const { folder, backup, file } = await backedUpThenChanged();
      spoil(file);
      const before = readFileSync(file);
      const { keptIn } = restoreBackup(folder, backup, restoring);
      expect(readFileSync(path.join(keptIn ?? '', 'workbook.sqlite')).equals(before)).toBe(true);
      withOpen(folder, (database) => expect(database.prepare(count).pluck().get()).toBe(60));
    }
  });

  it('refuses a backup that is damaged, not verified or not there, and changes nothing', async () => {
    const { folder, backup, backups, file } = await backedUpThenChanged();
    const before = readFileSync(file);
    const content = readFileSync(path.join(backups, backup));
    content[9_000] = (content[9_000] ?? 0) ^ 1;
    writeFileSync(path.join(backups, backup), content);
    expect(() => restoreBackup(folder, backup, restoring)).toThrow(
      expect.objectContaining({ code: 'damaged' }),
    );
    for (const name of ['none', '../workbook.sqlite', '000009 2026-05-03T09.00.00.000Z asked.sqlite']) {
      expect(() => restoreBackup(folder, name, restoring)).toThrow(
        expect.objectContaining({ code: 'not-found' }),
      );
    }
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['attachments', 'backups', 'work', 'workbook.sqlite']);
  });

  it('refuses while the workbook is open', async () => {
    const { folder, backup } = await backedUpThenChanged();
    withOpen(folder, () =>
      expect(() => restoreBackup(folder, backup, restoring)).toThrow(
        expect.objectContaining({ code: 'locked' }),
      ),
    );
  });

  it('that was cut off after the database was moved away is finished at the next opening', async () => {
    const { folder, backup, file } = await backedUpThenChanged();
    const { keptIn } = restoreBackup(folder, backup, restoring);
    // As it is between the two moves: new file not yet in place, the old log still there.
    renameSync(file, path.join(folder, 'restored.sqlite'));
    writeFileSync(`${file}-wal`, 'old log');
    withOpen(folder, (database) => expect(database.prepare(count).pluck().get()).toBe(60));
    expect(readFileSync(path.join(keptIn ?? '', 'workbook.sqlite-wal'), 'utf8')).toBe('old log');
  });

  it('that was cut off before anything was moved is undone at the next opening', async () => {
    const { folder, backup } = await backedUpThenChanged();
    writeFileSync(path.join(folder, 'restored.sqlite'), 'half');
    withOpen(folder, (database) => expect(database.prepare(count).pluck().get()).toBe(90));
    expect(existsSync(path.join(folder, 'restored.sqlite'))).toBe(false);
    expect(backup).not.toBe('');
  });
});

describe('a snapshot', () => {
  it('is as of one moment, can only be read, and is removed', async () => {
    const { folder } = sample();
    const database = openDatabase(folder);
    const shares: number[] = [];
    const snapshot = await takeSnapshot(database, folder, { onProgress: (share) => shares.push(share) });
    addEvidence(database, 50, 60);
    const reading = openSnapshot(snapshot.path);
    expect(reading.prepare(count).pluck().get()).toBe(60);
    expect(() => reading.exec('DELETE FROM change_record')).toThrow(/readonly/);
    reading.close();
    await snapshot.remove();
    await snapshot.remove();
    closeDatabase(database);
    expect(readdirSync(path.join(folder, 'work'))).toEqual([]);
    expect(shares.at(-1)).toBe(1);
  });

  it('says so when the place for it cannot be made', async () => {
    const { folder } = sample();
    const database = openDatabase(folder);
    rmSync(path.join(folder, 'work'), { recursive: true });
    writeFileSync(path.join(folder, 'work'), 'a file');
    await expect(takeSnapshot(database, folder)).rejects.toThrow();
    rmSync(path.join(folder, 'work'));
    mkdirSync(path.join(folder, 'work'));
    closeDatabase(database);
  });
});
