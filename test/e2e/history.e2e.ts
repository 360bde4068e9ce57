import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Page } from 'playwright-core';
import { accessibilityProblems } from './support/accessibility.ts';
import { openApp, type App } from './support/openApp.ts';

const QUESTION = 'ci2016/6.2/p1';

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await app.newWorkbook();
  await app.call('write-answer', {
    question: QUESTION,
    set: { howAreWeDoing: 'Two of five protocols lapsed.' },
  });
  await app.call('write-answer', {
    question: QUESTION,
    set: { howAreWeDoing: 'All protocols are renewed.' },
  });
  await app.showOverview();
});
afterAll(() => app.stop());

it('brings an earlier answer back; the later one stays in the history', async () => {
  await app.goTo('/history');
  await page.getByText('All', { exact: false }).first().waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: /^Bring this value back.*Two of five/ }).click();
  await page.getByText(/^How are we doing\? was brought back\./).waitFor();
  const { answer } = await app.call('read-question', { question: QUESTION });
  expect(answer.fields['howAreWeDoing']?.live.map(({ value }) => value)).toEqual([
    'Two of five protocols lapsed.',
  ]);
  await page
    .getByRole('button', { name: /^Bring this value back.*All protocols/ })
    .first()
    .waitFor();
});

it('leads from a change to where it was made', async () => {
  await app.goTo('/history');
  await page
    .getByRole('link', { name: /^Answer to 6.2, question 1/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'The progress made on strategic planning' }).waitFor();
});

it('shows the newest fifty and earlier ones when asked', async () => {
  for (let number = 1; number <= 60; number += 1) {
    await app.call('add-evidence', { set: { title: `Item ${number}` } });
  }
  await app.goTo('/overview');
  await app.goTo('/history');
  await page.getByText('The newest 50 changes are shown.').waitFor();
  await page.getByRole('button', { name: 'Show earlier changes' }).click();
  await page.getByText(/^\d\d changes; the first one is at the end\.$/).waitFor();
  expect(app.complaints).toEqual([]);
});
