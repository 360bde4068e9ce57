import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import officeCrypto from 'officecrypto-tool';
import { expect, it } from 'vitest';
import { runCommandLine } from '../../electron/cli/runCommandLine.ts';
import { lockXlsx } from '../../electron/excel/return/lockXlsx.ts';
import { xlsxEditor } from '../excel/return/xlsxEditor.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';

const PASSWORD = 'Pa55-wörd £';

it('a workbook to fill in and an export go out with a password from a file, and what was filled in comes back', async () => {
  const root = temporaryFolder();
  const out = { message: '' };
  const run = (...words: readonly string[]): Promise<number> => {
    out.message = '';
    return runCommandLine(words, {
      dataFolder: path.join(root, 'data'),
      result: () => undefined,
      message: (text) => (out.message += text),
    });
  };
  const place = (name: string): string => path.join(root, name);
  const folder = place('workbook');
  writeFileSync(place('password.txt'), `${PASSWORD}\nnot this line\n`);
  writeFileSync(place('empty.txt'), '\n');
  expect(
    await run('new', '--into', folder, '--partnership', 'West Shire', '--round', '2026', '--author', 'A'),
  ).toBe(0);

  for (const command of ['return-copy', 'export']) {
    const to = place(`${command}.xlsx`);
    const order = [command, folder, '--to', to, '--password-file'] as const;
    expect(await run(...order, place('none.txt'))).toBe(1);
    expect(out.message).toContain('The password file');
    expect(await run(...order, place('empty.txt'))).toBe(1);
    expect(out.message).toContain('is empty');
    expect(readdirSync(root)).not.toContain(`${command}.xlsx`);
    expect(await run(...order, place('password.txt'))).toBe(0);
    // Progress is a line for each step, not for each count.
    expect(out.message.split('\n').length).toBeLessThan(12);
    const opened = await officeCrypto.decrypt(readFileSync(to), { password: PASSWORD });
    expect(opened.subarray(0, 2).toString()).toBe('PK');
  }

  const copy = xlsxEditor(
    await officeCrypto.decrypt(readFileSync(place('return-copy.xlsx')), { password: PASSWORD }),
  );
  copy.setText('Start here', 4, 1, 'Officer B');
  copy.setText('Evidence', 4, 0, 'A visit');
  writeFileSync(place('returned.xlsx'), lockXlsx(Buffer.from(copy.bytes()), PASSWORD));
  expect(await run('consolidate', folder, place('returned.xlsx'))).toBe(1);
  expect(out.message).toContain('protected with a password');
  expect(
    await run('consolidate', folder, place('returned.xlsx'), '--passphrase-file', place('password.txt')),
  ).toBe(0);
  expect(await run('verify', folder)).toBe(0);
});
