import type { Page } from 'playwright-core';

/** Waits until the page has its fonts and has drawn twice: by then it has done what a change or a new size asks of it. */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
