import type * as FileSystem from 'node:fs';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { makeSampleWorkbook } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const heldOpen = vi.hoisted(() => ({ folder: '' }));

// Windows refuses to remove what another program has open; other systems do not, so it is acted here.
vi.mock('node:fs', async (importOriginal) => {
  const actual = await importOriginal<typeof FileSystem>();
  const rmSync: typeof actual.rmSync = (removed, options) => {
    if (heldOpen.folder !== '' && heldOpen.folder.startsWith(String(removed))) {
      throw Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' });
    }
    actual.rmSync(removed, options);
  };
  return { ...actual, rmSync };
});

it('opens a workbook while another program still shows a file from it, and removes that file later', () => {
  const folder = path.join(temporaryFolder(), 'workbook');
  makeSampleWorkbook(folder);
  const work = path.join(folder, 'work');
  const opened = path.join(work, 'open', 'file-1');
  mkdirSync(opened, { recursive: true });
  writeFileSync(path.join(opened, 'Survey.docx'), 'x');
  writeFileSync(path.join(work, 'snapshot'), 'x');

  heldOpen.folder = opened;
  closeDatabase(openDatabase(folder));
  expect(readdirSync(work)).toEqual(['open']);

  heldOpen.folder = '';
  closeDatabase(openDatabase(folder));
  expect(readdirSync(work)).toEqual([]);
});
