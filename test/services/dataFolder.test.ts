import { describe, expect, it } from 'vitest';

import { dataFolderOf } from '../../electron/services/dataFolder.ts';

describe('the folder of the data', () => {
  it('is under local application data on Windows, never the roaming one', () => {
    const environment = {
      LOCALAPPDATA: 'C:\\Users\\officer\\AppData\\Local',
      APPDATA: 'C:\\Users\\officer\\AppData\\Roaming',
    };
    expect(dataFolderOf('win32', environment, 'C:\\Users\\officer')).toBe(
      'C:\\Users\\officer\\AppData\\Local\\Community Justice Workbook',
    );
    for (const without of [{}, { LOCALAPPDATA: '' }]) {
      expect(dataFolderOf('win32', without, 'C:\\Users\\officer')).toBe(
        'C:\\Users\\officer\\AppData\\Local\\Community Justice Workbook',
      );
    }
  });

  it('is under Application Support on a Mac', () => {
    expect(dataFolderOf('darwin', {}, '/Users/officer')).toBe(
      '/Users/officer/Library/Application Support/Community Justice Workbook',
    );
  });

  it('follows XDG_DATA_HOME on Linux, unless that is relative', () => {
    expect(dataFolderOf('linux', {}, '/home/officer')).toBe(
      '/home/officer/.local/share/community-justice-workbook',
    );
    expect(dataFolderOf('linux', { XDG_DATA_HOME: '/data' }, '/home/officer')).toBe(
      '/data/community-justice-workbook',
    );
    expect(dataFolderOf('linux', { XDG_DATA_HOME: 'data' }, '/home/officer')).toBe(
      '/home/officer/.local/share/community-justice-workbook',
    );
  });

  it('can be named by IT, as an absolute path only', () => {
    expect(dataFolderOf('linux', { WORKBOOK_DATA_FOLDER: '/srv/books' }, '/home/officer')).toBe('/srv/books');
    expect(dataFolderOf('linux', { WORKBOOK_DATA_FOLDER: 'books' }, '/home/officer')).toContain(
      '/home/officer',
    );
  });
});
