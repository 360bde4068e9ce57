import type { Page } from 'playwright-core';

import { screenIsDrawn } from '../e2e/support/screenIsDrawn.ts';

/** Draws the page anew at an address of the app, with what was done beside the screens. */
export async function showAnew(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await page.reload();
  await screenIsDrawn(page);
}
