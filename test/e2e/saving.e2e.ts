import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { accessibilityProblems } from './support/accessibility.ts';
import { openApp, type App } from './support/openApp.ts';
import { stopClock } from './support/stopClock.ts';
import { answerOnDisk, doingField, INDICATOR, QUESTION, openStop, savedWords } from './support/walk.ts';

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
});
afterAll(() => app.stop());
// A workbook of its own for each test; the program and its window are shared.
beforeEach(() => app.newWorkbook());

const doing = () => doingField(page);
const saved = () => savedWords(page);
const onDisk = (question: string, field: string) => answerOnDisk(app, question, field);

describe('saving', () => {
  it('has a text on the disk within a second of the last key', async () => {
    const window = await app.openWindow({});
    await openStop(window, QUESTION);
    await stopClock(window);
    await doingField(window).fill('On the disk.');
    await window.clock.runFor(1_000);
    await expect.poll(() => onDisk(QUESTION, 'howAreWeDoing')).toBe('On the disk.');
    await expect.poll(() => savedWords(window)).toMatch(/^Saved/);
    await window.context().close();
  });

  it('loses nothing when somebody rushes through questions', async () => {
    await openStop(page, QUESTION);
    const { keyQuestions } = await app.call('read-walk', {});
    const indicator = keyQuestions
      .flatMap(({ qualityIndicators }) => qualityIndicators)
      .find(({ id }) => id === INDICATOR);
    const questions = indicator?.questions ?? [];
    expect(questions.length).toBeGreaterThan(3);
    for (const question of questions) {
      await page.getByText(`Question ${question.position} of`).waitFor();
      // The heading takes the focus with the question, and would take it from who types sooner than anybody can.
      await page.locator('h1:focus').waitFor();
      await doing().pressSequentially(`Text ${question.position}`);
      await page.keyboard.press('Alt+ArrowRight');
    }
    await expect.poll(saved).toMatch(/^Saved/);
    for (const question of questions) {
      await expect.poll(() => onDisk(question.id, 'howAreWeDoing')).toBe(`Text ${question.position}`);
    }
  });

  it('keeps a text that cannot be saved, says so, and saves it when it can', async () => {
    await openStop(page, QUESTION);
    await page.route('**/api/write-answer', (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: JSON.stringify({
          ok: false,
          error: { code: 'disk-full', message: 'The disk is full.' },
        }),
      }),
    );
    await doing().fill('Not on any disk yet.');
    await page.getByText('Your last changes are not saved.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await app.goTo('/overview');
    await page.getByText('Your last changes are not saved.').waitFor();
    await openStop(page, QUESTION);
    await expect.poll(() => doing().inputValue()).toBe('Not on any disk yet.');
    await page.unroute('**/api/write-answer');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(saved).toMatch(/^Saved/);
    await expect.poll(() => onDisk(QUESTION, 'howAreWeDoing')).toBe('Not on any disk yet.');
  });

  it('saves what was typed last when the page is closed at once', async () => {
    const window = await app.openWindow({});
    await openStop(window, 'ci2016/6.2/p2');
    await window.getByLabel('How are we doing?').fill('The last words.');
    await window.close({ runBeforeUnload: true });
    await expect.poll(() => onDisk('ci2016/6.2/p2', 'howAreWeDoing')).toBe('The last words.');
  });
});
