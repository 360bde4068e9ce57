import { existsSync, readFileSync, statSync } from 'node:fs';
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
  await app.openExample();
});
afterAll(() => app.stop());

it('writes the file where it was told to and shows the receipt', async () => {
  const target = path.join(app.dataFolder, 'round.xlsx');
  await app.goTo('/share/export');
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
  await app.goTo('/share/export');
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
  await app.goTo('/share/export');
  await page.getByLabel('Folder and name of the file').fill(target);
  await page.getByRole('button', { name: 'Write the Excel file' }).click();
  await page.getByText('The file was not written').waitFor({ timeout: 60_000 });
  expect(existsSync(path.dirname(target))).toBe(false);
  expect(await accessibilityProblems(page)).toEqual([]);
});

it('opens only with its password where one is set', async () => {
  const target = path.join(app.dataFolder, 'locked.xlsx');
  await app.goTo('/overview');
  await app.goTo('/share/export');
  await page.getByLabel('Folder and name of the file').fill(target);
  await page.getByText('Protect the file with a password').click();
  await page.getByText('Show what I type').click();
  await page.getByLabel('Password', { exact: true }).fill('correct horse');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Write the Excel file' }).click();
  await page.getByText('The file is written and checked').waitFor({ timeout: 60_000 });
  // An encrypted workbook is a compound file, no zip.
  expect(readFileSync(target).subarray(0, 4).toString('hex')).toBe('d0cf11e0');
});

it('backs up and checks everything, and says what was found', async () => {
  await app.goTo('/share/safekeeping');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText('The backup is made and checked').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Check everything now' }).click();
  await page.getByText('Everything agrees with its fingerprints').waitFor({ timeout: 60_000 });
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(app.complaints).toEqual([]);
});
