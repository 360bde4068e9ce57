import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Page } from 'playwright-core';
import { accessibilityProblems, sidewaysOverflow } from './support/accessibility.ts';
import { goTo } from './support/goTo.ts';
import { LAPTOP_AT_200, LAPTOP_AT_400, openApp, type App } from './support/openApp.ts';

const OUTCOME = 'opi2016/structural-1';

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await app.openExample();
});
afterAll(() => app.stop());

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });

describe('outcomes', () => {
  it('lead from the list to an outcome, to its evidence of one kind, and back', async () => {
    await app.goTo('/outcomes');
    const { outcomes } = await app.call('read-outcomes', {});
    const first = outcomes.find(({ id }) => id === OUTCOME);
    await page.getByRole('link', { name: first?.title ?? '', exact: true }).click();
    await heading(/Communities improve/).waitFor();
    const { byKind } = await app.call('read-outcome', { outcome: OUTCOME });
    const views = byKind.find(({ kind }) => kind === 'views-of-people')?.count ?? 0;
    await page.getByRole('link', { name: 'Views of people' }).click();
    await page
      .getByText(`${views} shown, because only those are asked for that are of the kind Views of people`, {
        exact: false,
      })
      .waitFor();
    await page.goBack();
    await heading(/Communities improve/).waitFor();
  });

  it('name the kind of evidence that is missing', async () => {
    await app.goTo(`/outcomes/${encodeURIComponent('opi2016/person-3')}`);
    await page.getByText('No evidence is linked to it yet.').waitFor();
    await expect.poll(() => page.getByText('none: a gap').count()).toBe(4);
  });

  it('take evidence that is there, and show it at once', async () => {
    await app.goTo(`/outcomes/${encodeURIComponent('opi2016/person-3')}`);
    await page.getByRole('button', { name: 'Link what is there' }).click();
    await page.getByLabel('Find evidence by its words').fill('survey community justice service users');
    await page.getByRole('checkbox', { name: /^Survey with community justice service users/ }).check();
    await page.getByText(/: 1 piece\./).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('heading', { name: '1 piece of evidence' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Link what is there');
  });

  it('show the text’s source, take a correction, and keep what stood there in its history', async () => {
    await app.goTo(`/outcomes/${encodeURIComponent('opi2016/structural-2')}`);
    await page.getByRole('button', { name: 'Correct this text' }).click();
    await page.getByLabel('Title').fill('Partners plan together');
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await heading(/Partners plan together/).waitFor();
    await page.getByText('Corrected in this workbook').waitFor();
    await page.getByRole('button', { name: 'Correct this text' }).click();
    await page.getByRole('button', { name: 'History of this text' }).click();
    await page.getByRole('heading', { name: /^Title/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: /^Title/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('the matrix', () => {
  it('opens exactly the evidence that a cell counts', async () => {
    for (const columns of ['quality-indicator', 'partner', 'pathway-point'] as const) {
      await app.goTo(`/matrix/${columns}`);
      const cell = page.locator('.matrix-number').first();
      const count = Number((await cell.innerText()).replaceAll(',', ''));
      await cell.click();
      await page.getByText(`${count} shown, because`, { exact: false }).waitFor();
    }
  });

  it('shows every quality indicator and the total side by side on a 1366 × 768 laptop', async () => {
    await app.goTo('/matrix/quality-indicator');
    const table = page.getByRole('region', { name: 'Matrix' });
    expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await table.evaluate((element) => element.scrollTo(0, 0));
    const total = await page.getByRole('columnheader', { name: 'All' }).boundingBox();
    expect((total?.x ?? 0) + (total?.width ?? 0)).toBeLessThanOrEqual(1_366);
  });

  it('keeps its headings in view when scrolled', async () => {
    await app.goTo('/matrix/partner');
    const scrolled = page.getByRole('region', { name: 'Matrix' });
    await scrolled.evaluate((element) => element.scrollTo(600, 600));
    const box = await page.getByRole('columnheader').last().boundingBox();
    const outer = await scrolled.boundingBox();
    expect(Math.round((box?.y ?? 0) - (outer?.y ?? 0))).toBeLessThanOrEqual(1);
    expect(
      await page
        .getByRole('rowheader')
        .nth(4)
        .evaluate((element) => element.getBoundingClientRect().left),
    ).toBeGreaterThanOrEqual(outer?.x ?? 0);
  });
});

describe('everybody can use them', () => {
  it.each(['/outcomes', `/outcomes/${encodeURIComponent(OUTCOME)}`, '/matrix/partner'])(
    'axe finds nothing on %s, and nobody has to scroll the page sideways when zoomed',
    async (address) => {
      await app.goTo(address);
      await page.getByRole('table').first().waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      for (const viewport of [LAPTOP_AT_200, LAPTOP_AT_400]) {
        const window = await app.openWindow({ viewport, forcedColors: 'active' });
        await goTo(window, address);
        await window.getByRole('table').first().waitFor();
        expect(await sidewaysOverflow(window)).toBe(0);
        await window.context().close();
      }
    },
  );

  it('shows how strong the evidence of each outcome is without scrolling sideways in a narrow window', async () => {
    for (const viewport of [LAPTOP_AT_200, LAPTOP_AT_400]) {
      const window = await app.openWindow({ viewport });
      await goTo(window, '/outcomes');
      const region = window.getByRole('region', { name: /^Structural.*table/ });
      await region.waitFor();
      expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
      expect(await region.getByRole('row').nth(1).innerText()).toMatch(/The newest is/);
      expect(await accessibilityProblems(window)).toEqual([]);
      await window.context().close();
    }
  });

  it('nothing was complained of', () => {
    expect(app.complaints).toEqual([]);
  });
});
