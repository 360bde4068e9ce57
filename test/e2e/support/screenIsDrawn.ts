import type { Page } from 'playwright-core';

/** Waits until a screen has its heading and has read what it shows. */
export async function screenIsDrawn(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}
