import type { Locator, Page } from 'playwright-core';

import { goTo } from './goTo.ts';
import type { App } from './openApp.ts';

/** One of the four verified quality indicators, and the first of its questions. */
export const INDICATOR = 'ci2016/6.2';
export const QUESTION = 'ci2016/6.2/p1';

/** The address of a stop of the walk. */
export function stopAddress(stopId: string): string {
  return `/walk/${encodeURIComponent(stopId)}`;
}

/** Shows a stop of the walk with its line of six, which is read on its own and moves what is below it. */
export async function openStop(page: Page, stopId: string): Promise<void> {
  await goTo(page, stopAddress(stopId));
  await page.getByRole('radio').first().waitFor({ state: 'attached' });
}

/** The first of the three texts of a question. */
export function doingField(page: Page): Locator {
  return page.getByLabel('How are we doing?');
}

/** The save state as the frame words it. */
export function savedWords(page: Page): Promise<string> {
  return page.locator('.save-words > span').first().innerText();
}

/** The text of an answer's field as it is on the disk; undefined when nothing is written. */
export async function answerOnDisk(app: App, question: string, field: string): Promise<unknown> {
  const { answer } = await app.call('read-question', { question });
  return answer.fields[field]?.live[0]?.value;
}
