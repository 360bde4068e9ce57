import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { accessibilityProblems } from './support/accessibility.ts';
import { holdUp } from './support/holdUp.ts';
import { openApp, type App } from './support/openApp.ts';

const furtherScript = '**/FurtherRoutes-*.js';

let app: App;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.newWorkbook();
  await app.page.unroute(furtherScript);
});

const walkLink = () => app.page.getByRole('navigation').getByRole('link', { name: 'Walk' });
const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement);

describe('the screens after the first', () => {
  it('take the focus when they arrive after somebody went there by keyboard', async () => {
    const { page } = app;
    const arrive = await holdUp(page, furtherScript);
    await app.showOverview();
    await walkLink().focus();
    await page.keyboard.press('Enter');
    await page.getByText('Reading this screen…').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await arrive();
    const heading = page.locator('#screen h1.screen-heading');
    await heading.waitFor();
    await expect.poll(() => hasFocus(heading)).toBe(true);
  });

  it('are there already for whoever has looked at the first', async () => {
    const { page } = app;
    await app.showOverview();
    // Asked of the page itself: the one before it may be reading the same file still.
    await page.waitForFunction(() =>
      performance
        .getEntriesByType('resource')
        .some(
          ({ name, duration }) => name.includes('/FurtherRoutes-') && name.endsWith('.js') && duration > 0,
        ),
    );
    await page.route(furtherScript, (route) => route.abort());
    await walkLink().click();
    await page.locator('#screen h1.screen-heading').waitFor();
    expect(await page.getByText('Reading this screen…').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'This screen could not be loaded' }).count()).toBe(0);
  });

  it('say when their file can’t be had, and open with a new page', async () => {
    const { page } = app;
    await page.route(furtherScript, (route) => route.abort());
    await app.showOverview();
    await walkLink().click();
    const notLoaded = page.getByRole('heading', { level: 1, name: 'This screen could not be loaded' });
    await notLoaded.waitFor();
    await expect.poll(() => hasFocus(notLoaded)).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.unroute(furtherScript);
    await page.getByRole('button', { name: 'Open the page again' }).click();
    await notLoaded.waitFor({ state: 'detached' });
    await page.locator('#screen h1.screen-heading').waitFor();
    expect(new URL(page.url()).hash).toContain('/walk');
  });
});
