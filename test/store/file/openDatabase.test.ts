import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import DatabaseConnection from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { APPLICATION_ID } from '../../../electron/store/file/databaseHeader.ts';
import { settingsNotTaken } from '../../../electron/store/file/connectionSettings.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { WorkbookError, type ErrorCode } from '../../../shared/domain/workbookError.ts';
import { makeSampleWorkbook, withOpen } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

function sample(): { folder: string; file: string } {
  const folder = path.join(temporaryFolder(), 'workbook');
  makeSampleWorkbook(folder);
  return { folder, file: path.join(folder, 'workbook.sqlite') };
}

function codeOf(action: () => unknown): ErrorCode | 'no refusal' {
  try {
    action();
    return 'no refusal';
  } catch (cause) {
    if (cause instanceof WorkbookError) return cause.code;
    throw cause;
  }
}

function overwrite(file: string, at: number, bytes: readonly number[]): void {
  const content = readFileSync(file);
  content.set(bytes, at);
  writeFileSync(file, content);
}

const count = 'SELECT count(*) FROM change_record';

describe('opening a workbook', () => {
  it('opens what was created, with every setting as it must be', () => {
    const { folder } = sample();
    withOpen(folder, (database) => {
      expect(settingsNotTaken(database)).toEqual([]);
      expect(database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
      expect(database.prepare(count).pluck().get()).toBe(60);
    });
  });

  it('notices a setting that is not as it must be', () => {
    const { folder } = sample();
    withOpen(folder, (database) => {
      database.pragma('synchronous = NORMAL');
      expect(settingsNotTaken(database)).toEqual(['synchronous']);
    });
  });

  it('leaves one file and no note after closing, unchanged when nothing was written', () => {
    const { folder, file } = sample();
    const before = readFileSync(file);
    withOpen(folder, () => expect(existsSync(path.join(folder, 'workbook.lock'))).toBe(true));
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['attachments', 'backups', 'work', 'workbook.sqlite']);
  });

  it('removes what an unfinished backup left, and no backup', () => {
    const { folder } = sample();
    const backups = path.join(folder, 'backups');
    const backup = '000001 2026-05-03T09.00.00.000Z asked.sqlite';
    for (const name of [backup, `${backup}.sha256`, 'unfinished-1-2.sqlite', `x${backup}.sha256`]) {
      writeFileSync(path.join(backups, name), 'x');
    }
    withOpen(folder, () => expect(readdirSync(backups)).toEqual([backup, `${backup}.sha256`]));
  });

  it('empties the folder for temporary files', () => {
    const { folder } = sample();
    writeFileSync(path.join(folder, 'work', 'left-over'), 'x');
    withOpen(folder, () => expect(readdirSync(path.join(folder, 'work'))).toEqual([]));
  });

  const strangers: readonly [string, (file: string) => void, ErrorCode][] = [
    ['a missing file', (file) => renameSync(file, `${file}.away`), 'not-a-workbook'],
    ['an empty file', (file) => truncateSync(file, 0), 'not-a-workbook'],
    ['one byte', (file) => truncateSync(file, 1), 'not-a-workbook'],
    ['511 bytes', (file) => truncateSync(file, 511), 'not-a-workbook'],
    ['a text', (file) => writeFileSync(file, 'words '.repeat(500)), 'not-a-workbook'],
    ['another program’s database', (file) => overwrite(file, 68, [0, 0, 0, 1]), 'not-a-workbook'],
    ['a newer version', (file) => overwrite(file, 60, [0, 0, 0, 99]), 'newer-version'],
    ['a database that is not written through a log', (file) => overwrite(file, 18, [1, 1]), 'damaged'],
    ['a format of SQLite that is not known', (file) => overwrite(file, 44, [0, 0, 0, 99]), 'damaged'],
    ['a database without tables of ours', (file) => overwrite(file, 60, [0, 0, 0, 0]), 'damaged'],
    ['zeros in the middle', (file) => overwrite(file, 4 * 4096, Array(9 * 4096).fill(0)), 'damaged'],
  ];
  it.each(strangers)('refuses %s and writes nothing', (_, spoil, code) => {
    const { folder, file } = sample();
    spoil(file);
    const before = existsSync(file) ? readFileSync(file) : undefined;
    const names = readdirSync(folder);
    expect(codeOf(() => openDatabase(folder))).toBe(code);
    expect(readdirSync(folder)).toEqual(names);
    if (before !== undefined) expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a folder, a symbolic link and a pipe in the place of the file', () => {
    for (const make of [
      (file: string) => mkdirSync(file),
      (file: string) => symlinkSync(`${file}.away`, file),
      (file: string) => execFileSync('mkfifo', [file]),
    ]) {
      const { folder, file } = sample();
      renameSync(file, `${file}.away`);
      make(file);
      expect(codeOf(() => openDatabase(folder))).toBe('not-a-workbook');
    }
  });

  it('refuses a folder that is not there with a sentence that names it', () => {
    expect(() => openDatabase('/no/such/folder')).toThrow(/There is no folder \/no\/such\/folder/);
  });

  it('says damaged, not foreign, where the workbook has backups to go on from', () => {
    const { folder, file } = sample();
    writeFileSync(path.join(folder, 'backups', '000001 2026-05-03T09.00.00.000Z asked.sqlite'), 'x');
    truncateSync(file, 0);
    expect(codeOf(() => openDatabase(folder))).toBe('damaged');
  });

  it('refuses properties that are not the ones that were written', () => {
    const { folder } = sample();
    withOpen(folder, (database) =>
      database.exec("UPDATE workbook_property SET value = 'other' WHERE name = 'voice'"),
    );
    expect(codeOf(() => openDatabase(folder))).toBe('damaged');
  });

  it('says damaged when a table or the head of the search index is not what it should be', () => {
    for (const spoil of [
      'DROP TABLE link',
      'ALTER TABLE evidence RENAME COLUMN title TO titel',
      "UPDATE search_text_config SET v = 0 WHERE k = 'version'",
    ]) {
      const { folder, file } = sample();
      withOpen(folder, (database) => {
        database.unsafeMode(true);
        database.exec(spoil);
      });
      const before = readFileSync(file);
      expect(codeOf(() => openDatabase(folder, { quickCheck: false }))).toBe('damaged');
      expect(readFileSync(file).equals(before)).toBe(true);
    }
  });

  it('opens through a link to the folder under the folder’s real name', () => {
    const { folder } = sample();
    const link = `${folder}-link`;
    symlinkSync(folder, link);
    withOpen(link, (database) => expect(database.name).toBe(path.join(folder, 'workbook.sqlite')));
  });

  it('is refused twice in the same program, and the first goes on', () => {
    const { folder } = sample();
    withOpen(folder, (database) => {
      expect(codeOf(() => openDatabase(folder))).toBe('locked');
      expect(database.prepare(count).pluck().get()).toBe(60);
    });
    withOpen(folder, () => {});
  });

  it('names who has it open when another program holds it', async () => {
    const { folder } = sample();
    const script = `
      import { openDatabase } from ${JSON.stringify(path.resolve('electron/store/file/openDatabase.ts'))};
      openDatabase(${JSON.stringify(folder)});
      process.stdout.write('open');
      setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await new Promise((resolve) => other.stdout.once('data', resolve));
      expect(() => openDatabase(folder)).toThrow(/is open by .+ on .+ since .+\. Close it there first/);
      expect(
        existsSync(path.join(folder, 'recovery')) && readdirSync(path.join(folder, 'recovery')).length > 0,
      ).toBe(false);
    } finally {
      other.kill('SIGKILL');
      await new Promise((resolve) => other.once('exit', resolve));
    }
    withOpen(folder, (database) => expect(database.prepare(count).pluck().get()).toBe(60));
  });
});

describe.skipIf(process.getuid?.() === 0)('a folder that cannot be written to', () => {
  it('is refused with the way on', () => {
    const { folder } = sample();
    chmodSync(folder, 0o500);
    try {
      expect(codeOf(() => openDatabase(folder))).toBe('read-only');
    } finally {
      chmodSync(folder, 0o700);
    }
  });
});

describe('another SQLite database', () => {
  it('is never changed by trying to open it as a workbook', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'workbook.sqlite');
    const other = new DatabaseConnection(file);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    const before = readFileSync(file);
    expect(codeOf(() => openDatabase(folder))).toBe('not-a-workbook');
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
