import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Page } from 'playwright-core';
import { accessibilityProblems } from './support/accessibility.ts';
import { openApp, type App } from './support/openApp.ts';

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await app.openExample();
});
afterAll(() => app.stop());

it('finds from anywhere with one key, as one types, and opens with Enter', async () => {
  await app.goTo('/outcomes');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  const found = page.waitForResponse(
    (response) =>
      response.url().endsWith('/api/search') &&
      response.request().postData()?.includes('"caledonian system"') === true,
  );
  await page.keyboard.type('caledonian system');
  // The hits of the words before stay until these are there, and Enter opens none of those.
  await found;
  await page.getByRole('option', { name: /Evidence: Caledonian System/ }).waitFor();
  await expect.poll(() => page.locator('mark').first().innerText()).toMatch(/caledonian/i);
  expect(await accessibilityProblems(page)).toEqual([]);
  const chosen = await page.locator('[aria-selected=true] .search-hit-label').innerText();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1, name: chosen.replace(/^Evidence: /, '') }).waitFor();
});

it('gives the focus back when it is closed without choosing', async () => {
  await app.goTo('/outcomes');
  await page.getByRole('link', { name: 'by partner' }).focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('by partner');
});

it('shows all hits on a screen of its own and comes back to them from one', async () => {
  await app.goTo('/outcomes');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('community');
  await page.getByRole('link', { name: /^Show all of them/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor();
  await page.locator('.search-hit-link').first().click();
  await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor({ state: 'detached' });
  await page.goBack();
  await page.locator('.search-hit-link').first().waitFor();
  await expect
    .poll(() => page.getByLabel('Search everything in this workbook').inputValue())
    .toBe('community');
  expect(await accessibilityProblems(page)).toEqual([]);
});

it('says that nothing was found, for words, signs and nothing at all', async () => {
  await app.goTo('/search');
  const box = page.getByLabel('Search everything in this workbook');
  for (const words of ['zebra', '"(*)"', 'zebra NOT OR']) {
    await box.fill(words);
    await page.getByText(`Nothing has “${words}” in it.`).waitFor();
  }
  await box.fill('');
  await page.getByText(/^Nothing is searched for yet/).waitFor();
  expect(app.complaints).toEqual([]);
});
