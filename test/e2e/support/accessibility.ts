import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

import { nextFrames } from './nextFrames.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page as it stands, one line each; empty when nothing is. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await nextFrames(page);
  // Evaluated through the debugger: the page's own policy allows no foreign script.
  await page.evaluate(axeSource);
  const results = await page.evaluate(async (tags) => {
    // The line above has put axe there.
    const { axe } = window as unknown as { axe: { run: (...given: unknown[]) => Promise<AxeResults> } };
    return axe.run(document, { runOnly: tags });
  }, rules);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

/** How many pixels the page is wider than its window; 0 means that nobody has to scroll sideways. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  await nextFrames(page);
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
