import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDatabase } from '../../../electron/store/file/createDatabase.ts';
import { makeSampleWorkbook, sampleProperties, withOpen } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

describe('creating a workbook', () => {
  it('refuses a folder with something in it and leaves that alone', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'letter.txt'), 'x');
    expect(() => createDatabase(folder, sampleProperties)).toThrow(
      expect.objectContaining({ code: 'already-exists' }),
    );
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it('takes an empty folder', () => {
    const folder = temporaryFolder();
    createDatabase(folder, sampleProperties);
    withOpen(folder, () => {});
  });

  it('leaves nothing behind when its first records cannot be written', () => {
    const parent = temporaryFolder();
    const failing = (): void => {
      throw new Error('planted');
    };
    expect(() => createDatabase(path.join(parent, 'workbook'), sampleProperties, failing)).toThrow('planted');
    expect(readdirSync(parent)).toEqual([]);
  });

  it('makes tables that refuse a wrong type', () => {
    const folder = path.join(temporaryFolder(), 'workbook');
    makeSampleWorkbook(folder);
    withOpen(folder, (database) =>
      expect(() => database.exec("UPDATE evidence SET deleted = 'words'")).toThrow(/cannot store TEXT/),
    );
  });
});
