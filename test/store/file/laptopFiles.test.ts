import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  laptopSettingsFile,
  recentWorkbooksFile,
  withOpened,
} from '../../../electron/store/file/laptopFiles.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const settings = { author: 'An officer', secondBackupFolder: null, keepRecent: true, singleKeys: false };
const entry = {
  folder: '/workbooks/one',
  partnership: 'West Shire',
  round: '2026-27',
  openedAt: '2026-05-03T09:00:00.000Z',
};

describe('the settings of this computer', () => {
  it('are what a first start has until they are written, and then what was written', () => {
    const folder = path.join(temporaryFolder(), 'not-there-yet');
    const file = laptopSettingsFile(folder);
    expect(file.read()).toEqual({ author: '', secondBackupFolder: null, keepRecent: true, singleKeys: true });
    file.write(settings);
    expect(laptopSettingsFile(folder).read()).toEqual(settings);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('fall back to the ones before when the file is broken', () => {
    const folder = temporaryFolder();
    const file = laptopSettingsFile(folder);
    file.write(settings);
    file.write({ ...settings, author: 'Another officer' });
    writeFileSync(path.join(folder, 'settings.json'), '\0\0\0\0');
    expect(file.read()).toEqual(settings);
    file.write({ ...settings, author: 'A third officer' });
    expect(file.read().author).toBe('A third officer');
  });

  it('are never fatal, whatever the files hold', () => {
    const folder = temporaryFolder();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 }), (one, other) => {
        writeFileSync(path.join(folder, 'settings.json'), one);
        writeFileSync(path.join(folder, 'settings.json.previous'), other);
        expect(laptopSettingsFile(folder).read().keepRecent).toBe(true);
      }),
      { seed: 2026, numRuns: 500 },
    );
  });

  it('stay what they were when the file was written before there was one of them', () => {
    const folder = temporaryFolder();
    const { singleKeys: _, ...older } = settings;
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(older));
    expect(laptopSettingsFile(folder).read()).toEqual({ ...older, singleKeys: true });
  });

  it('refuse what is not of their form', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ ...settings, more: 1 }));
    expect(laptopSettingsFile(folder).read().author).toBe('');
  });
});

describe('the recent workbooks', () => {
  it('are kept newest first, each once', () => {
    const folder = temporaryFolder();
    const file = recentWorkbooksFile(folder);
    expect(file.read()).toEqual([]);
    const other = { ...entry, folder: '/workbooks/two' };
    file.write(withOpened(withOpened(withOpened([], entry), other), { ...entry, round: '2027-28' }));
    expect(file.read()).toEqual([{ ...entry, round: '2027-28' }, other]);
    expect(existsSync(path.join(folder, 'recent-workbooks.json'))).toBe(true);
  });
});
