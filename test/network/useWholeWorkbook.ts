import type { Page } from 'playwright-core';

import type { InputOf, OutputOf } from '../../shared/api/contract.ts';
import type { OperationName } from '../../shared/api/operationNames.ts';

/** Calls an operation that must not be refused. */
export type Answered = <Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
) => Promise<OutputOf<Name>>;

const screens = [
  '/overview',
  '/walk',
  '/walk/ci2016%2F1.1%2Fa1',
  '/evidence',
  '/outcomes',
  '/matrix/quality-indicators',
  '/search',
  '/history',
  '/share/export',
  '/frameworks',
  '/settings',
  '/help',
];

/** Goes through the example once: every screen, an answer, a piece of evidence, a search, an export, a check and a backup. */
export async function useWholeWorkbook(page: Page, answered: Answered): Promise<void> {
  await page.getByRole('button', { name: 'Open the example' }).click();
  await page.waitForURL(/#\/(overview|walk)/);
  for (const screen of screens) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, screen);
    await page.getByRole('heading').first().waitFor();
    await page.waitForTimeout(200);
  }
  await page.evaluate(() => {
    location.hash = '/walk/ci2016%2F1.1%2Fa1';
  });
  // A misspelt word, because a spelling checker would want its dictionary for that.
  await page.getByRole('textbox', { name: 'How are we doing?' }).pressSequentially('Wel done, tahnks');
  await answered('add-evidence', { set: { title: 'A survey', source: 'https://example.org/survey' } });
  await answered('search', { text: 'survey', limit: 20 });
  const { job } = await answered('start-export', {});
  if (job !== null) await finished(job, answered);
  await finished((await answered('start-verification', {})).job, answered);
  await finished((await answered('start-backup', {})).job, answered);
}

async function finished(job: string, answered: Answered): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { state, error } = await answered('read-job', { job });
    if (state === 'done') return;
    if (state !== 'running') throw new Error(`A job ${state}: ${error?.message}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('A job took longer than a minute');
}
