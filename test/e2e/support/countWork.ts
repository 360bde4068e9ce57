import type { Page } from 'playwright-core';

/**
 * Counts the work of the page's own thread from here on; the answered function says how many seconds it was. Waiting, for
 * the processor as well, does not count.
 */
export async function countWork(page: Page): Promise<() => Promise<number>> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => {
    const { metrics } = await debug.send('Performance.getMetrics');
    const found = metrics.find(({ name }) => name === 'TaskDuration');
    if (found === undefined) throw new Error('The browser does not say how long it has worked');
    return found.value;
  };
  const before = await worked();
  return async () => (await worked()) - before;
}
