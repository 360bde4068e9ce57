import type { Page } from 'playwright-core';

import { nextFrames } from './nextFrames.ts';
import { screenIsDrawn } from './screenIsDrawn.ts';

/** Goes to an address of the app, such as `/overview`, and waits until its screen has its heading and what it reads. */
export async function goTo(page: Page, address: string): Promise<void> {
  // The page hears of a new address in a turn of its own; until then the screen before is still there.
  await page.evaluate(
    (hash) =>
      new Promise<void>((resolve) => {
        const before = window.location.href;
        window.addEventListener('hashchange', () => resolve(), { once: true });
        window.location.hash = hash;
        if (window.location.href === before) resolve();
      }),
    address,
  );
  await nextFrames(page);
  await screenIsDrawn(page);
}
