import type * as FileSystem from 'node:fs';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { makeBackup } from '../../../electron/store/file/makeBackup.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { restoreBackup } from '../../../electron/store/file/restoreBackup.ts';
import { readProperties } from '../../../electron/store/file/workbookProperties.ts';
import { makeSampleWorkbook, withOpen } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const onCopied = vi.hoisted(() => ({ tell: (_target: string): void => undefined }));

// What a power cut leaves can be seen only in the middle of the copying.
vi.mock('node:fs', async (importOriginal) => {
  const actual = await importOriginal<typeof FileSystem>();
  const copyFileSync: typeof actual.copyFileSync = (source, target, mode) => {
    actual.copyFileSync(source, target, mode);
    onCopied.tell(String(target));
  };
  return { ...actual, copyFileSync };
});

const clock = { now: () => new Date('2026-05-03T10:00:00.000Z') };
const restoring = { now: new Date('2026-05-03T12:00:00.000Z'), newReplica: 'second-replica' };

it('never takes a backup that was being copied for the workbook, where the workbook is gone', async () => {
  const folder = path.join(temporaryFolder(), 'workbook');
  makeSampleWorkbook(folder);
  const database = openDatabase(folder);
  const { backup } = await makeBackup(database, folder, 'asked', clock);
  closeDatabase(database);
  rmSync(path.join(folder, 'workbook.sqlite'));

  const cutOff = `${folder}-cut-off`;
  onCopied.tell = () => cpSync(folder, cutOff, { recursive: true });
  restoreBackup(folder, backup.name, restoring);
  onCopied.tell = () => undefined;

  expect(() => openDatabase(cutOff)).toThrow(expect.objectContaining({ code: 'damaged' }));
  expect(readdirSync(cutOff)).not.toContain('workbook.sqlite');
  restoreBackup(cutOff, backup.name, restoring);
  for (const restored of [folder, cutOff]) {
    withOpen(restored, (opened) => expect(readProperties(opened).replica).toBe('second-replica'));
    expect(readdirSync(restored).toSorted()).toEqual(['attachments', 'backups', 'work', 'workbook.sqlite']);
    expect(readdirSync(path.join(restored, 'work'))).toEqual([]);
  }
});
