import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Page } from 'playwright-core';
import { accessibilityProblems, sidewaysOverflow } from './support/accessibility.ts';
import { goTo } from './support/goTo.ts';
import { LAPTOP_AT_200, LAPTOP_AT_400, openApp, type App } from './support/openApp.ts';
import { QUESTION } from './support/walk.ts';

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await app.newWorkbook();
});
afterAll(() => app.stop());

it('saves the marking by itself, shows it on every screen, and can be undone without a conflict', async () => {
  await app.goTo('/settings');
  await page.getByLabel('Marking').fill('OFFICIAL');
  await page.getByLabel('Marking').blur();
  await expect.poll(async () => (await app.call('read-workbook', {})).marking).toBe('OFFICIAL');
  await page.getByLabel('Round').fill('2027-28');
  await page.getByLabel('Round').blur();
  await expect.poll(async () => (await app.call('read-workbook', {})).round).toBe('2027-28');
  const { counts } = await app.call('read-workbook', {});
  expect(counts.conflicts).toBe(0);
  await page.locator('body').press('Control+z');
  await expect.poll(() => page.getByLabel('Round').inputValue()).toBe('2026-27');
});

it('keeps the name that is written into changes', async () => {
  await app.goTo('/settings');
  await page.getByLabel('Your name').fill('Planning officer');
  await page.getByText('Saved.').waitFor();
  expect(await app.call('read-laptop-settings', {})).toMatchObject({ author: 'Planning officer' });
});

it('goes back to a backup after comparing it with what stands', async () => {
  await app.call('add-evidence', { set: { title: 'Before the backup' } });
  const { job } = await app.call('start-backup', {});
  await expect.poll(async () => (await app.call('read-job', { job })).state).toBe('done');
  await app.call('add-evidence', { set: { title: 'After the backup' } });
  await app.goTo('/settings');
  await page.reload();
  const asked = page.getByRole('row', { name: /Asked for/ }).first();
  await asked.getByRole('button').click();
  await page.getByRole('row', { name: 'Pieces of evidence 1 2' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: /^Restore the backup of/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await app.call('read-workbook', {})).counts.evidence).toBe(1);
});

it('helps: glossary, keys and rules are there without a network', async () => {
  await app.goTo('/help');
  await page.getByLabel('Find an acronym or a word').fill('MAPPA');
  await page.getByText('Multi-Agency Public Protection Arrangements').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.locator('h1').press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('corrects a text that no other screen shows, and finds it again by its words', async () => {
  await app.newWorkbook();
  await app.goTo('/frameworks');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: /^Correct this text ?: Area 6$/ }).click();
  await page.getByLabel('Title').fill('Policy and planning, as in our copy');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await page.getByText('Area 6 Policy and planning, as in our copy').first().waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('Its title was found in no source.').nth(9).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('higher-level');
  await page.getByRole('option', { name: /National indicator/ }).click();
  await page.getByRole('dialog', { name: /^Higher-level indicator/ }).waitFor();
});

it('fits at 400 per cent', async () => {
  const window = await app.openWindow({ viewport: LAPTOP_AT_400 });
  for (const address of ['/settings', '/frameworks', '/help', '/history', '/share/export', '/search']) {
    await goTo(window, address);
    expect(await sidewaysOverflow(window)).toBe(0);
  }
  await window.context().close();
  expect(app.complaints).toEqual([]);
});

it('lists backups at 200 and 400 per cent with nothing out of sight, and the way to restore each', async () => {
  await app.newWorkbook();
  await app.call('write-answer', { question: QUESTION, set: { howAreWeDoing: 'Reviewed in March.' } });
  const { job } = await app.call('start-backup', {});
  await expect.poll(async () => (await app.call('read-job', { job: job ?? '' })).state).toBe('done');
  for (const viewport of [LAPTOP_AT_200, LAPTOP_AT_400]) {
    const window = await app.openWindow({ viewport });
    await goTo(window, '/settings');
    const table = window.getByRole('region', { name: 'Backups, table' });
    await table.waitFor();
    await table.getByRole('row', { name: /^\d+ \w+ \d+, \d+:\d+ Asked for .* Restore…/ }).waitFor();
    expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    expect(await accessibilityProblems(window)).toEqual([]);
    await window.context().close();
  }
  expect(app.complaints).toEqual([]);
});
