import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';

import { PIECES, workbookAndLargePacket } from '../builders/largePacket.ts';
import { stopAddress } from '../e2e/support/walk.ts';
import { answered } from './callOperation.ts';
import { answerDialogs, standInForDialogs } from './hostDialogs.ts';
import { programForEachTest } from './programForEachTest.ts';
import { closeWindow, kill, startWorkbook } from './runningWorkbook.ts';
import { showAnew } from './showAnew.ts';

const LONG = { timeout: 90_000 } as const;
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
  await showAnew(page(), stopAddress(question));
  const field = page().getByRole('textbox', { name: 'How are we doing?' });
  await field.waitFor(LONG);
  await answerDialogs(program.running.app, [packet]);
  const checking = (await answered(page(), 'start-consolidation-preview', {})).job ?? '';
  expect(await ended(checking)).toBe('done');
  const { preview } = await answered(page(), 'read-consolidation-preview', { job: checking });
  await field.focus();
  const { job } = await answered(page(), 'start-consolidation', { preview });
  expect(await wellUnderWay(job ?? '')).toMatch(/^Taking the changes in: [\d,]+ of 20,\d{3}$/);
  await page().keyboard.insertText(typed);
}

/**
 * Waits until more than a thousand changes are taken in, and answers the step. The page asks by itself: a call of the test's
 * for each question may be so slow on a busy machine that all is over between two of them.
 */
function wellUnderWay(job: string): Promise<string> {
  return page().evaluate(async (id) => {
    // The preload puts it there; the contract says what it answers.
    const { operations } = (
      window as unknown as {
        workbookHost: {
          operations: Record<
            'read-job',
            (input: object) => Promise<{ value: { state: string; step: string } }>
          >;
        };
      }
    ).workbookHost;
    for (;;) {
      const { state, step } = (await operations['read-job']({ job: id })).value;
      const taken = Number(/in: ([\d,]+) of/.exec(step)?.[1]?.replaceAll(',', '') ?? 0);
      if (taken > 1_000 || state !== 'running') return state === 'running' ? step : state;
    }
  }, job);
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
