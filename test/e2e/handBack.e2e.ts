import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Page } from 'playwright-core';
import { accessibilityProblems, sidewaysOverflow } from './support/accessibility.ts';
import { goTo } from './support/goTo.ts';
import { LAPTOP_AT_200, openApp, type App } from './support/openApp.ts';

const LONG = { timeout: 60_000 } as const;

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await app.newWorkbook();
});
afterAll(() => app.stop());

it('says that there is nobody to hand back to yet', async () => {
  await app.goTo('/bring-together/hand-back');
  await page.getByText(/no contribution has been taken in here yet/).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

it('writes a packet and a note for a contributor, after showing what the note says', async () => {
  await takeInAContribution();
  await page.reload();
  await app.goTo('/bring-together/hand-back');
  await page.getByText('1 of 1 ticked').waitFor();
  await page.getByText(/What the note says/).click();
  await page.getByRole('heading', { name: /^Taken: \d+ value/ }).waitFor();
  await page.getByText('We meet every week.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  const folder = path.join(app.dataFolder, 'back');
  mkdirSync(folder);
  await page.getByLabel('Folder to write them into').fill(folder);
  await page.getByRole('button', { name: 'Write the packets and notes' }).click();
  await page.getByText('The packets and notes are written').waitFor(LONG);
  const files = readdirSync(folder);
  expect(files.map((file) => path.extname(file)).toSorted()).toEqual(['.cjpacket', '.docx']);
  for (const file of files) await page.locator('.notice--success').getByText(file).first().waitFor();
  expect((await page.locator('.passphrase').innerText()).split('-')).toHaveLength(6);
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByRole('button', { name: 'It is noted: put it away' }).click();
  await page.getByRole('button', { name: 'Hand back again' }).click();
  await page.getByText(/Handed back \d/).waitFor();
});

it('fits at 200 per cent', async () => {
  const window = await app.openWindow({ viewport: LAPTOP_AT_200 });
  await goTo(window, '/bring-together/hand-back');
  expect(await sidewaysOverflow(window)).toBe(0);
  expect(await accessibilityProblems(window)).toEqual([]);
  expect(app.complaints).toEqual([]);
});

/** Hands this workbook out, answers in the copy, and takes the answer in here. */
async function takeInAContribution(): Promise<void> {
  const { folder } = await app.call('read-workbook', {});
  await app.call('write-answer', { question: 'ci2016/6.2/p1', set: { howAreWeDoing: 'Reviewed in March.' } });
  const out = await handOver('out');
  await app.call('close-workbook', {});
  await app.call('create-from-packet', {
    path: out,
    author: 'Inspector',
    folder: path.join(app.dataFolder, 'a copy'),
  });
  await app.call('write-answer', {
    question: 'ci2016/6.2/p2',
    set: { howAreWeDoing: 'We meet every week.' },
  });
  const back = await handOver('in');
  await app.call('close-workbook', {});
  await app.call('open-workbook', { folder });
  const { job } = await app.call('start-consolidation-preview', { paths: [back] });
  await finish(job);
  const { preview } = await app.call('read-consolidation-preview', { job: job ?? '' });
  await finish((await app.call('start-consolidation', { preview })).job);
}

async function handOver(name: string): Promise<string> {
  const target = path.join(app.dataFolder, `${name} not encrypted.cjpacket`);
  const { job } = await app.call('start-hand-over', {
    part: { kind: 'everything' },
    attachments: true,
    passphrase: null,
    path: target,
  });
  await finish(job);
  return target;
}

async function finish(job: string | null): Promise<void> {
  await expect.poll(async () => (await app.call('read-job', { job: job ?? '' })).state, LONG).toBe('done');
}
