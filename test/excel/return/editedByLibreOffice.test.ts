import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockXlsx } from '../../../electron/excel/return/lockXlsx.ts';
import { editsByLibreOffice, type LibreOfficeEdit } from './editsByLibreOffice.ts';
import { expectReading } from './expectReading.ts';
import { libreOffice, runInLibreOffice } from './libreOffice.ts';
import { readSample } from './readSample.ts';
import { sampleReturnCopy } from './sampleReturnCopy.ts';

const password = 'Pa55-wörd £';

describe.skipIf(libreOffice === null)('a workbook that came back from LibreOffice', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-returned-'));
  const fileOf = (index: number): string => path.join(folder, `${index}.xlsx`);

  beforeAll(async () => {
    const sent = path.join(folder, 'sent.xlsx');
    const locked = path.join(folder, 'locked.xlsx');
    const bytes = await sampleReturnCopy();
    writeFileSync(sent, bytes);
    writeFileSync(locked, lockXlsx(bytes, password));
    runInLibreOffice([
      ...editsByLibreOffice.flatMap(({ steps }, index) => [
        ['open', sent],
        ...steps,
        ['save', fileOf(index)],
      ]),
      ['open', locked, password],
      ['text', 'Start here', 'B5', 'Officer B'],
      ['save', path.join(folder, 'unlocked.xlsx')],
      ['open', sent],
      ['text', 'Start here', 'B5', 'Officer C'],
      ['save', path.join(folder, 'locked there.xlsx'), password],
    ]);
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(
    editsByLibreOffice.map((edit, index): [string, number, LibreOfficeEdit] => [edit.name, index, edit]),
  )('%s', async (_name, index, { expected }) => {
    expectReading(await readSample(readFileSync(fileOf(index))), expected);
  });

  it('opens there with the password that this program gave it', async () => {
    const read = await readSample(readFileSync(path.join(folder, 'unlocked.xlsx')));
    expect(read.source.author).toBe('Officer B');
    expect(read.notTaken).toEqual([]);
  });

  it('is read with the password that somebody gave it there, and refused with a sentence without it', async () => {
    const bytes = readFileSync(path.join(folder, 'locked there.xlsx'));
    const read = await readSample(bytes, ['not this one', password]);
    expect(read.source.author).toBe('Officer C');
    expect(read.notTaken).toEqual([]);
    await expect(readSample(bytes)).rejects.toMatchObject({
      code: 'wrong-passphrase',
      message: 'The Excel file is protected with a password. Give the password.',
    });
    await expect(readSample(bytes, ['not this one'])).rejects.toMatchObject({
      code: 'wrong-passphrase',
      message: 'The password does not open the Excel file. Check capital letters, and ask whoever sent it.',
    });
  });
});
