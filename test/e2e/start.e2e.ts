import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { accessibilityProblems, sidewaysOverflow } from './support/accessibility.ts';
import { LAPTOP_AT_200, LAPTOP_AT_400, openApp, type App } from './support/openApp.ts';

let app: App;
beforeEach(async () => {
  app = await openApp();
});
afterEach(() => app.stop());

describe('the start screen', () => {
  it('starts a workbook in three fields by keyboard alone', async () => {
    const { page } = app;
    for (const text of ['Clydeside', '2026-27', 'Co-ordinator']) {
      await page.keyboard.press('Tab');
      await tabUntil('input');
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    const workbook = await app.call('read-workbook', {});
    expect(workbook).toMatchObject({
      partnership: 'Clydeside',
      round: '2026-27',
      author: 'Co-ordinator',
    });
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  it('says what is missing and puts the cursor there', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const partnership = page.getByLabel('Partnership');
    await expect.poll(() => partnership.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => partnership.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByText('Enter the partnership’s name.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('lists a workbook that was open before, and opens it', async () => {
    await app.call('create-workbook', { partnership: 'Clydeside', round: '2026-27', author: '' });
    await app.call('close-workbook', {});
    await app.page.reload();
    await app.page.getByRole('button', { name: 'Clydeside · 2026-27', exact: true }).click();
    await app.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  });

  it('keeps a partnership’s name within its column, however long a word of it is', async () => {
    const partnership = `Partnership of ${'Llanfairpwllgwyngyll'.repeat(6)}`;
    await app.call('create-workbook', { partnership, round: '2026-27', author: '' });
    await app.call('close-workbook', {});
    await app.page.reload();
    const name = app.page.getByRole('button', { name: `${partnership} · 2026-27`, exact: true });
    const way = app.page.getByRole('region', { name: 'Open or bring in a file' });
    const [inner, outer] = [await name.boundingBox(), await way.boundingBox()];
    const end = (box: typeof inner) => (box?.x ?? 0) + (box?.width ?? 0);
    expect(end(inner)).toBeLessThanOrEqual(end(outer) + 1);
    expect(end(inner)).toBeGreaterThan(0);
  });

  it('offers the newest good backup of a damaged workbook, and opens it', async () => {
    const { page } = app;
    const { folder } = await app.call('create-workbook', {
      partnership: 'Clydeside',
      round: '2026-27',
      author: '',
    });
    const { job } = await app.call('start-backup', {});
    await expect.poll(async () => (await app.call('read-job', { job })).state).toBe('done');
    await app.call('close-workbook', {});
    for (const file of readdirSync(folder).filter((name) => name.startsWith('workbook.sqlite'))) {
      writeFileSync(path.join(folder, file), 'not a database any more, but long enough to look at');
    }
    await page.reload();
    await page.getByRole('button', { name: 'Clydeside · 2026-27', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'This workbook is damaged' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page
      .getByRole('button', { name: /Open this backup/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  });

  it('says that a workbook is open elsewhere, and opens it once it is closed there', async () => {
    const { folder } = await app.call('create-workbook', {
      partnership: 'Clydeside',
      round: '2026-27',
      author: '',
    });
    const other = await openApp();
    try {
      await other.page.getByLabel('Folder of a workbook').fill(folder);
      await other.page.getByRole('button', { name: 'Open this folder' }).click();
      await other.page.getByRole('heading', { level: 1, name: 'This workbook is open elsewhere' }).waitFor();
      await app.call('close-workbook', {});
      await other.page.getByRole('button', { name: 'Try again' }).click();
      await other.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    } finally {
      await other.stop();
    }
  });

  it('has nothing that axe finds, and needs no sideways scrolling at 200 % and 400 %', async () => {
    expect(await accessibilityProblems(app.page)).toEqual([]);
    for (const viewport of [LAPTOP_AT_200, LAPTOP_AT_400]) {
      const page = await app.openWindow({ viewport });
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.context().close();
    }
    expect(app.complaints).toEqual([]);
  });

  async function tabUntil(selector: string): Promise<void> {
    for (let presses = 0; presses < 20; presses += 1) {
      if (await app.page.evaluate((one) => document.activeElement?.matches(one), selector)) return;
      await app.page.keyboard.press('Tab');
    }
    throw new Error(`No ${selector} was reached with the Tab key`);
  }
});
