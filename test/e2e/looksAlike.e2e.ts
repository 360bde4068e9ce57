import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { accessibilityProblems } from './support/accessibility.ts';
import { contestedWorkbook } from './support/contestedWorkbook.ts';
import { openApp, type App } from './support/openApp.ts';

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
});
afterEach(async () => {
  await app.call('close-workbook', {});
});
afterAll(() => app.stop());

const join = () => page.keyboard.press('Control+Enter');

/** Opens a workbook in which two people have recorded the same, at the pair that looks alike. */
async function openAlike(): Promise<void> {
  const { folder } = await contestedWorkbook();
  await app.call('open-workbook', { folder });
  await page.evaluate(() => {
    window.location.hash = '/bring-together/looks-alike';
  });
  await page.reload();
  await page.getByText('1 of 1').waitFor();
}

describe('evidence that looks alike', () => {
  it('is joined by keyboard, stands in the register once, and is parted again on its own page', async () => {
    await openAlike();
    await join();
    await page.getByText(/^Joined\. “Your .iew .ounts.*stands for both\.$/).waitFor();
    await app.goTo('/evidence');
    await page.getByText('stands for 1 more').waitFor();
    await page.getByRole('row').filter({ hasText: 'stands for 1 more' }).getByRole('link').click();
    await page.getByRole('heading', { name: 'Joined with 1 other piece' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: /^Part them again/ }).click();
    await page.getByText(/^Parted from “/).waitFor();
    const { total } = await app.call('list-alike-evidence', {});
    expect(total).toBe(1);
  });

  it('is left as two for good, can be looked at again, and undone', async () => {
    await openAlike();
    await page.keyboard.press('t');
    await page.getByText('No other evidence looks alike.').waitFor();
    await page.reload();
    await page.getByText('1 pair was left as two.').waitFor();
    await page.getByRole('button', { name: 'Look at those again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Left as two' }).waitFor();
    await page.getByText('1 of 1').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ask about them again' }).click();
    await page.getByText('No pair is left as two.').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('They are left as two again.').waitFor();
    await page.getByText('1 of 1').waitFor();
  });

  it('is two again when joining is undone', async () => {
    await openAlike();
    await join();
    await page.getByText(/^Joined\./).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('They are two again.').waitFor();
    await page.getByText('1 of 1').waitFor();
  });
});
