import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { chromium } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { writeOpeningPage } from '../../electron/loopback/openingPage.ts';
import { startLoopback } from '../../electron/loopback/startLoopback.ts';
import { chromiumPath } from '../run/stages.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-opening-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the file that brings a browser to the workbook', () => {
  it('leads on to the first screen, which stays reachable, and leads nobody on a second time', async () => {
    const server = await startLoopback({ dataFolder: folder, checkOutput: true });
    const address = server.addressForOnce('c0de'.repeat(16), () => file.remove());
    const file = writeOpeningPage(folder, 'test', address);
    const browser = await chromium.launch({ executablePath: chromiumPath() ?? '' });
    try {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file.file).href);
      const heading = page.getByRole('heading', { level: 1 });
      await heading.waitFor();
      expect(page.url()).not.toContain('once');
      expect(existsSync(file.file)).toBe(false);
      await page.reload();
      await heading.waitFor();
      const stranger = await (await browser.newContext()).newPage();
      await stranger.goto(address);
      expect(await stranger.textContent('body')).toContain('This address has been used.');
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});
