import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Page } from 'playwright-core';
import { accessibilityProblems } from './support/accessibility.ts';
import { openApp, type App } from './support/openApp.ts';

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await app.call('open-example', {});
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
});
afterAll(() => app.stop());

it('writes the file where it was told to and shows the receipt', async () => {
  const target = path.join(app.dataFolder, 'round.xlsx');
  await app.goTo('/export');
  await page.getByLabel('Folder and name of the file').fill(target);
  await page.getByRole('button', { name: 'Write the Excel file' }).click();
  await page.getByText('The file is written and checked').waitFor({ timeout: 60_000 });
  expect(statSync(target).size).toBeGreaterThan(10_000);
  const evidence = (await app.call('read-workbook', {})).counts.evidence;
  await page.getByRole('row', { name: new RegExp(`evidence.* ${String(evidence)}$`, 'i') }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

it('never replaces a file unasked, and does when asked', async () => {
  const target = path.join(app.dataFolder, 'round.xlsx');
  const before = statSync(target).mtimeMs;
  await app.goTo('/overview');
  await app.goTo('/export');
  await page.getByLabel('Folder and name of the file').fill(target);
  await page.getByRole('button', { name: 'Write the Excel file' }).click();
  await page.getByRole('button', { name: 'Replace the file that is there' }).waitFor({ timeout: 60_000 });
  expect(statSync(target).mtimeMs).toBe(before);
  await page.getByRole('button', { name: 'Replace the file that is there' }).click();
  await page.getByText('The file is written and checked').waitFor({ timeout: 60_000 });
  expect(statSync(target).mtimeMs).toBeGreaterThan(before);
});

it('says in a sentence that a folder is not there, and leaves nothing behind', async () => {
  const target = path.join(app.dataFolder, 'no such folder', 'round.xlsx');
  await app.goTo('/overview');
  await app.goTo('/export');
  await page.getByLabel('Folder and name of the file').fill(target);
  await page.getByRole('button', { name: 'Write the Excel file' }).click();
  await page.getByText('The file was not written').waitFor({ timeout: 60_000 });
  expect(existsSync(path.dirname(target))).toBe(false);
  expect(await accessibilityProblems(page)).toEqual([]);
});

it('backs up and checks everything, and says what was found', async () => {
  await app.goTo('/export');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText('The backup is made and checked').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Check everything now' }).click();
  await page.getByText('Everything agrees with its fingerprints').waitFor({ timeout: 60_000 });
  expect(app.complaints).toEqual([]);
});
