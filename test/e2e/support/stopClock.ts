import type { Page } from 'playwright-core';

/**
 * Stops the page's own clock; `page.clock.runFor` moves it on. What the page promises within a time is so looked at without
 * the machine's time, which is longer where others work at the same time.
 */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.install();
  // It stops at a moment to come only.
  await page.clock.pauseAt(Date.now() + 60_000);
}
