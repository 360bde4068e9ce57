import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { listBackups } from '../../../electron/store/file/listBackups.ts';
import { migrate, storeVersion } from '../../../electron/store/file/migrate.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { connectToMemory } from '../../../electron/store/file/storeConnection.ts';
import { verifyWorkbook } from '../../../electron/store/file/verifyWorkbook.ts';
import type { Migration } from '../../../electron/store/migrations/migration.ts';
import { migrations } from '../../../electron/store/migrations/migrations.ts';
import { makeSampleWorkbook, withOpen } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const next: Migration = {
  version: migrations.length + 1,
  purpose: 'A column that a later version has',
  sql: "ALTER TABLE evidence ADD COLUMN checked TEXT NOT NULL DEFAULT 'never'",
};

function sample(): string {
  const folder = path.join(temporaryFolder(), 'workbook');
  makeSampleWorkbook(folder);
  return folder;
}

describe('upgrading a workbook', () => {
  it('brings the rows of the version before to the newer one, on a verified backup', () => {
    const folder = sample();
    const database = openDatabase(folder, { migrations: [...migrations, next] });
    expect(storeVersion(database)).toBe(next.version);
    expect(database.prepare('SELECT DISTINCT checked FROM evidence').pluck().all()).toEqual(['never']);
    expect(verifyWorkbook(database, path.join(folder, 'attachments'))).toMatchObject({
      sound: true,
      records: 60,
    });
    closeDatabase(database);
    expect(listBackups(path.join(folder, 'backups'))).toMatchObject([
      { reason: 'before-migration', content: { records: 60 } },
    ]);
    expect(() => openDatabase(folder)).toThrow(/newer version/);
  });

  it('leaves version and rows as they were when a step fails half way', () => {
    const folder = sample();
    const failing = { ...next, sql: `${next.sql}; DELETE FROM change_record; SELECT no_such_function()` };
    expect(() => openDatabase(folder, { migrations: [...migrations, failing] })).toThrow(/no_such_function/);
    withOpen(folder, (database) => {
      expect(storeVersion(database)).toBe(migrations.length);
      expect(verifyWorkbook(database, path.join(folder, 'attachments'))).toMatchObject({
        sound: true,
        records: 60,
      });
    });
  });

  it('does not begin when the backup cannot be verified', () => {
    const folder = sample();
    withOpen(folder, (database) =>
      database.exec("UPDATE change_record SET body = body || ' ' WHERE sequence = 7"),
    );
    expect(() => openDatabase(folder, { migrations: [...migrations, next] })).toThrow(
      expect.objectContaining({ code: 'damaged' }),
    );
    expect(readdirSync(path.join(folder, 'backups'))).toEqual([]);
    withOpen(folder, (database) => expect(storeVersion(database)).toBe(migrations.length));
  });

  it('does not run a step twice when the version was damaged to an older one', () => {
    const folder = sample();
    const database = openDatabase(folder, { migrations: [...migrations, next] });
    database.pragma(`user_version = ${migrations.length}`);
    closeDatabase(database);
    const backups = readdirSync(path.join(folder, 'backups'));
    expect(() => openDatabase(folder, { migrations: [...migrations, next] })).toThrow(
      expect.objectContaining({ code: 'damaged' }),
    );
    expect(readdirSync(path.join(folder, 'backups'))).toEqual(backups);
  });

  it('refuses steps that are not numbered one after the other', () => {
    const database = connectToMemory();
    expect(() => migrate(database, [{ ...next, version: 3 }])).toThrow(/carries the number 3/);
    database.close();
  });
});
