import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { expect, it } from 'vitest';

import { profileFolder } from '../../electron/shell/profileFolder.ts';

it('is in the data folder, and elsewhere only when that can’t be written', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-profile-'));
  try {
    expect(profileFolder(path.join(folder, 'data'))).toBe(path.join(folder, 'data', 'window'));
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const elsewhere = profileFolder(file);
    expect(existsSync(elsewhere)).toBe(true);
    expect(elsewhere.startsWith(folder)).toBe(false);
    rmSync(elsewhere, { recursive: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
