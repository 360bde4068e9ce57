import type { Page } from 'playwright-core';

/**
 * Adds so many pieces of evidence to the open workbook, through the program that serves the page.
 *
 * They are called "Evidence number 1" and on; every hundredth is "on protocols", every third is linked to the first
 * structural outcome.
 */
export async function manyPiecesOfEvidence(page: Page, count: number): Promise<void> {
  await page.evaluate(async (most) => {
    const kinds = ['performance-data', 'views-of-people', 'document', 'direct-observation'];
    const add = async (number: number): Promise<void> => {
      const set = {
        title: `Evidence number ${String(number)}${number % 100 === 0 ? ' on protocols' : ''}`,
        kind: kinds[number % kinds.length],
        date: String(2010 + (number % 15)),
      };
      const links = number % 3 === 0 ? [{ kind: 'outcome', id: 'opi2016/structural-1' }] : [];
      const response = await fetch('/api/add-evidence', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-workbook': '1' },
        body: JSON.stringify({ set, links }),
      });
      await response.text();
    };
    const AT_ONCE = 20;
    for (let start = 1; start <= most; start += AT_ONCE) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, most - start + 1) }, (_, step) => start + step);
      await Promise.all(numbers.map(add));
    }
  }, count);
}
