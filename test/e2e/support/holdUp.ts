import type { Page, Route } from 'playwright-core';

/** Holds requests up, so that what the page shows meanwhile can be looked at; the answered function lets them through. */
export async function holdUp(page: Page, address: string): Promise<() => Promise<void>> {
  let letThrough: () => void = () => undefined;
  const isOver = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  const held: Promise<void>[] = [];
  const hold = (route: Route): void => void held.push(isOver.then(() => route.continue()));
  await page.route(address, hold);
  return async () => {
    letThrough();
    await Promise.all(held);
    await page.unroute(address, hold);
  };
}
