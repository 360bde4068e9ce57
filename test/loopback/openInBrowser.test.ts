import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openInBrowser } from '../../electron/loopback/openInBrowser.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';

describe('opening the workbook in a browser', () => {
  it('tells the address to nobody but this user, and only until it has been opened', async () => {
    const folder = temporaryFolder();
    const told = path.join(folder, 'told');
    const opened: (() => void)[] = [];
    const codes: string[] = [];
    const server = {
      addressForOnce: (code: string, onOpened: () => void) => {
        codes.push(code);
        opened.push(onOpened);
        return `http://127.0.0.1:1/?once=${code}`;
      },
    };
    // Stands in for the browser: writes down the command line that everybody on the computer can read.
    const script = `require('node:fs').writeFileSync(${JSON.stringify(told)}, process.argv.join('\\n'))`;
    openInBrowser(server, folder, [process.execPath, '-e', script], () => {});
    const page = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.html')) ?? '');
    expect(readFileSync(page, 'utf8')).toContain(`url=http://127.0.0.1:1/?once=${codes[0]}`);
    if (process.platform !== 'win32') expect(statSync(page).mode & 0o777).toBe(0o600);
    await expect
      .poll(() => existsSync(told) && readFileSync(told, 'utf8'), { timeout: 100_000 })
      .toContain(page);
    expect(readFileSync(told, 'utf8')).not.toContain(codes[0]);
    opened[0]?.();
    expect(existsSync(page)).toBe(false);
  });
});
