import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { accessibilityProblems, sidewaysOverflow } from './support/accessibility.ts';
import { contestedWorkbook } from './support/contestedWorkbook.ts';
import { countWork } from './support/countWork.ts';
import { goTo } from './support/goTo.ts';
import { holdUp } from './support/holdUp.ts';
import { LAPTOP_AT_200, LAPTOP_AT_400, openApp, type App } from './support/openApp.ts';
import { INDICATOR, openStop, QUESTION } from './support/walk.ts';

const TO_SETTLE = '/bring-together/to-settle';
const ALIKE = '/bring-together/looks-alike';

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
});
// Its folder goes with the test.
afterEach(async () => {
  await app.call('close-workbook', {});
});
afterAll(() => app.stop());

const card = (name: RegExp) => page.getByRole('heading', { level: 2, name });
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
const settle = () => page.keyboard.press('Control+Enter');

/** Opens a workbook with real conflicts, made by packets, in place of the one that is open. */
async function openContested(): Promise<string> {
  const { folder, contestedEvidence } = await contestedWorkbook();
  await app.call('open-workbook', { folder });
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, TO_SETTLE);
  await page.reload();
  await page.getByText('1 of 3').waitFor();
  return contestedEvidence;
}

async function liveText(): Promise<unknown> {
  const { answer } = await app.call('read-question', { question: QUESTION });
  return answer.fields['howAreWeDoing']?.live.map(({ value }) => value);
}

async function liveGrade(): Promise<unknown> {
  const { grade } = await app.call('read-quality-indicator', { qualityIndicator: INDICATOR });
  return grade.fields['grade']?.live.map(({ value }) => value);
}

describe('conflicts from packets', () => {
  let evidence: string;
  beforeEach(async () => {
    evidence = await openContested();
  });

  it('are settled by keyboard alone: a text combined, a grade taken, a deletion kept; and each undone', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await card(/6.2, question 1/).waitFor();
    await page.getByText('Inspector').first().waitFor();
    await page.getByText('All of them started from: Two of five protocols lapsed.').waitFor();
    await page.keyboard.press('c');
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Two of six protocols lapsed. Staff meet weekly.');
    await settle();
    await card(/^Grade of 6.2/).waitFor();
    await expect.poll(focused).toMatch(/^Grade of 6.2/);
    expect(await liveText()).toEqual(['Two of six protocols lapsed. Staff meet weekly.']);
    await page.getByText(/^Settled: Answer to 6.2, question 1/).waitFor();

    const fives = page.getByRole('listitem').filter({ hasText: '5 Very good' });
    const digit = (await fives.getByRole('button').innerText()).includes('A') ? '1' : '2';
    await page.keyboard.press(digit);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Joint tasking each week');
    await settle();
    await card(/^Evidence: Lapsed protocol/).waitFor();
    expect(await liveGrade()).toEqual([5]);

    await page.getByText('Minutes of May').waitFor();
    await page.keyboard.press('2');
    await settle();
    await page.getByText(/^Nothing is left to settle/).waitFor();
    await expect.poll(focused).toBe('To settle');
    const { entity } = await app.call('read-evidence', { evidence });
    expect(entity).toMatchObject({ deleted: false, conflicts: [] });
    expect(entity.fields['title']?.live.map(({ value }) => value)).toEqual(['Lapsed protocol']);
    expect(entity.fields['source']?.live.map(({ value }) => value)).toEqual(['Minutes of May']);

    for (const name of [/^Evidence: Lapsed protocol/, /^Grade of 6.2/, /^Answer to 6.2, question 1/]) {
      await page.keyboard.press('Control+z');
      await card(name).waitFor();
      await expect.poll(focused).toMatch(name);
    }
    expect(await liveGrade()).toHaveLength(2);
    expect(await liveText()).toHaveLength(2);
  });

  it('keep a half-written text on other cards and other screens', async () => {
    await page.keyboard.press('o');
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type('Half a thought');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await card(/^Grade of 6.2/).waitFor();
    await page.getByText('begun').waitFor();
    await app.goTo('/overview');
    await app.goTo(TO_SETTLE);
    await card(/^Grade of 6.2/).waitFor();
    await page.keyboard.press('k');
    await card(/6.2, question 1/).waitFor();
    await page.keyboard.press('o');
    await expect.poll(() => page.getByLabel('What is to stand').inputValue()).toBe('Half a thought');
    await settle();
    await card(/^Grade of 6.2/).waitFor();
    expect(await liveText()).toEqual(['Half a thought']);
  });

  it('have what was being written when the program was cut off, at the next start', async () => {
    await page.keyboard.press('c');
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Two of six protocols lapsed, and sta');
    const kept = async () => (await app.call('list-settlement-drafts', {})).drafts;
    await expect.poll(kept).toHaveLength(1);
    await page
      .getByText(/^Saved \d\d:\d\d/)
      .first()
      .waitFor();
    const { folder } = await app.call('read-workbook', {});
    // The folder as a power cut leaves it, opened by a program that knows nothing of this one.
    const asCutOff = path.join(mkdtempSync(path.join(os.tmpdir(), 'workbook-cut-off-')), 'workbook');
    cpSync(folder, asCutOff, { recursive: true });
    const next = await openApp();
    try {
      await next.call('open-workbook', { folder: asCutOff });
      await next.showOverview();
      await next.goTo(TO_SETTLE);
      await next.page.getByText('begun').waitFor();
      const field = next.page.getByLabel('One text made of all of them');
      await expect.poll(() => field.inputValue()).toBe('Two of six protocols lapsed, and sta');
      await field.press('Control+End');
      await next.page.keyboard.type('ff meet weekly.');
      await next.page.keyboard.press('Control+Enter');
      await next.page.getByText(/^Settled: Answer to 6.2, question 1/).waitFor();
      await expect.poll(() => next.call('list-settlement-drafts', {})).toEqual({ drafts: [] });
    } finally {
      await next.stop();
      rmSync(path.dirname(asCutOff), { recursive: true, force: true });
    }
  });

  it('lead from the walk to the card, and say that the walk has settled one', async () => {
    await openStop(page, QUESTION);
    await page
      .getByRole('region', { name: 'Not settled' })
      .getByRole('link', { name: 'Compare them and settle it' })
      .first()
      .click();
    await card(/6.2, question 1/).waitFor();
    await openStop(page, QUESTION);
    await page
      .getByRole('button', { name: /^Take this value, number 1/ })
      .first()
      .click();
    await expect.poll(liveText).toHaveLength(1);
    await app.goTo(`${TO_SETTLE}/${encodeURIComponent(`answer ${QUESTION}@partnership howAreWeDoing`)}`);
    await page.getByText(/^The field that you came for is settled/).waitFor();
    await card(/^Grade of 6.2/).waitFor();
  });

  it('can be worked through by everybody: no fault of axe, nothing sideways, in forced colours as well', async () => {
    for (const key of ['1', 'o', 'c']) {
      await page.keyboard.press(key);
      await page.getByRole('button', { name: /^Settle/ }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    for (const options of [
      { viewport: LAPTOP_AT_200 },
      { viewport: LAPTOP_AT_400 },
      { forcedColors: 'active' as const },
    ]) {
      const window = await app.openWindow(options);
      for (const address of [TO_SETTLE, ALIKE]) {
        await goTo(window, address);
        await window.getByRole('heading', { level: 2 }).waitFor();
        expect(await sidewaysOverflow(window)).toBe(0);
        expect(await accessibilityProblems(window)).toEqual([]);
      }
      await window.context().close();
    }
    expect(app.complaints).toEqual([]);
  });
});

describe('a great deal to settle', () => {
  it('nine values of three thousand words and three hundred fields are gone through without waiting', async () => {
    await app.newWorkbook();
    const long = Array.from(
      { length: 300 },
      (_, at) => `Sentence ${at} says what ten partners did about it.`,
    );
    for (let value = 0; value < 9; value += 1) {
      const text = [`Written by number ${value}.`, ...long, `The end, says ${value}.`].join(' ');
      await app.call('write-answer', {
        question: QUESTION,
        set: { howAreWeDoing: text },
        seen: { howAreWeDoing: [] },
      });
    }
    await conflictsEverywhere(300);
    await app.goTo(TO_SETTLE);
    await page.getByText(/ of 301$/).waitFor();
    await page.evaluate(
      (hash) => {
        window.location.hash = hash;
      },
      `${TO_SETTLE}/${encodeURIComponent(`answer ${QUESTION}@partnership howAreWeDoing`)}`,
    );
    await page.getByRole('button', { name: /^Take I/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.keyboard.press('9');
    await settle();
    const place = page.getByText(/^\d+ of 300$/);
    await place.waitFor();
    const from = Number.parseInt(await place.innerText(), 10);
    const key = from > 100 ? 'k' : 'j';
    // Nothing is asked of the program for it, and the page's own work is counted without what others do at the time.
    const arrive = await holdUp(page, '**/api/**');
    const worked = await countWork(page);
    for (let step = 0; step < 20; step += 1) await page.keyboard.press(key);
    await page.getByText(`${from + (key === 'j' ? 20 : -20)} of 300`, { exact: true }).waitFor();
    const seconds = await worked();
    await arrive();
    expect(seconds).toBeLessThan(3);
  });
});

/** Two values each for so many fields of three partners' answers. */
async function conflictsEverywhere(count: number): Promise<void> {
  const { questions, partners } = await app.call('read-catalogue', {});
  const fields = questions.flatMap((question) =>
    partners.slice(0, 3).flatMap((partner) =>
      (['howAreWeDoing', 'whatNext'] as const).map((field) => ({
        question: question.id,
        voice: partner.id,
        field,
      })),
    ),
  );
  for (const { question, voice, field } of fields.slice(0, count)) {
    for (const text of ['One reading.', 'Another reading.']) {
      await app.call('write-answer', { question, voice, set: { [field]: text }, seen: { [field]: [] } });
    }
  }
}
