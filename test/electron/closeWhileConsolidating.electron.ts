import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';

import { PIECES, workbookAndLargePacket } from '../builders/largePacket.ts';
import { answered } from './callOperation.ts';
import { answerDialogs, standInForDialogs } from './hostDialogs.ts';
import { programForEachTest } from './programForEachTest.ts';
import { closeWindow, kill, startWorkbook } from './runningWorkbook.ts';

const LONG = { timeout: 90_000 } as const;
const TAKING_IN = /^Taking the changes in: ([\d,]+) of 20,\d{3}$/;
const question = 'ci2016/1.1/a1';
const typed = 'Typed while the others were taken in';

const program = programForEachTest();
beforeEach(() => standInForDialogs(program.running.app));

const page = (): Page => program.running.page;

/** Waits for a job's end. */
async function ended(job: string): Promise<string> {
  await expect
    .poll(async () => (await answered(page(), 'read-job', { job })).state, LONG)
    .not.toBe('running');
  return (await answered(page(), 'read-job', { job })).state;
}

/** Lays the packet out by a dialog, starts to take it in while the walk is shown, and types; answers when it is well under way. */
async function inTheMiddle(folder: string, packet: string): Promise<void> {
  await answered(page(), 'open-workbook', { folder });
  await page().evaluate((id) => {
    location.hash = `#/walk/${encodeURIComponent(id)}`;
  }, question);
  await page().reload();
  const field = page().getByRole('textbox', { name: 'How are we doing?' });
  await field.waitFor(LONG);
  await answerDialogs(program.running.app, [packet]);
  const checking = (await answered(page(), 'start-consolidation-preview', {})).job ?? '';
  expect(await ended(checking)).toBe('done');
  const { preview } = await answered(page(), 'read-consolidation-preview', { job: checking });
  await field.focus();
  const { job } = await answered(page(), 'start-consolidation', { preview });
  await expect
    .poll(async () => numberOf((await answered(page(), 'read-job', { job })).step), {
      timeout: 60_000,
      interval: 5,
    })
    .toBeGreaterThan(1_000);
  await page().keyboard.insertText(typed);
}

function numberOf(step: string): number {
  return Number(TAKING_IN.exec(step)?.[1]?.replaceAll(',', '') ?? 0);
}

/** Starts the program once more: all of the packet is there or none of it, and the workbook is sound. */
async function lookAgain(folder: string): Promise<void> {
  program.running = await startWorkbook(program.folder);
  const { counts } = await answered(page(), 'open-workbook', { folder });
  const { consolidations } = await answered(page(), 'list-consolidations', {});
  expect(counts.evidence).toBe(consolidations.length === 0 ? 10 : 10 + PIECES);
  const { job } = await answered(page(), 'start-verification', {});
  expect(await ended(job)).toBe('done');
  expect((await answered(page(), 'read-job', { job })).receipt?.notes).toEqual([]);
}

const answerNow = async (): Promise<string> =>
  JSON.stringify(await answered(page(), 'read-question', { question }));

it('closing the window in the middle of 20,000 changes keeps what was typed, and takes all of them in or none', async () => {
  const { folder, packet } = await workbookAndLargePacket();
  await inTheMiddle(folder, packet);
  expect(await closeWindow(program.running)).toBe(0);
  await lookAgain(folder);
  expect(await answerNow()).toContain(typed);
});

it('a power cut in the middle of 20,000 changes leaves all of them or none', async () => {
  const { folder, packet } = await workbookAndLargePacket();
  await inTheMiddle(folder, packet);
  await kill(program.running);
  await lookAgain(folder);
});
