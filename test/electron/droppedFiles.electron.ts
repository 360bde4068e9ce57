import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { contributions } from '../e2e/support/contributions.ts';
import { QUESTION, stopAddress } from '../e2e/support/walk.ts';
import { answered } from './callOperation.ts';
import { programForEachTest } from './programForEachTest.ts';
import { showAnew } from './showAnew.ts';

const LONG = { timeout: 60_000 } as const;

const program = programForEachTest();
const page = (): Page => program.running.page;

const show = (address: string): Promise<void> => showAnew(page(), address);

/** Drags files of the disk over a place and lets them go there, as a hand does: Chromium itself makes the events of it. */
async function drop(place: Locator, paths: readonly string[]): Promise<void> {
  await place.waitFor(LONG);
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (box === null) throw new Error('The place is not on the screen');
  const debug = await page().context().newCDPSession(page());
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await debug.send('Input.dispatchDragEvent', { type, ...at, data });
  await debug.detach();
}

/** A text file, a program and a folder, as one takes them together from a folder by mistake. */
function threeToDrop(): readonly string[] {
  const place = (name: string): string => path.join(program.folder, name);
  writeFileSync(place('minutes.txt'), 'Minutes of the meeting');
  writeFileSync(place('tool.exe'), 'MZ');
  mkdirSync(place('older minutes'));
  return ['minutes.txt', 'tool.exe', 'older minutes'].map(place);
}

async function newWorkbook(): Promise<void> {
  await answered(page(), 'create-workbook', { partnership: 'North', round: '2026-27', author: '' });
}

it('files dropped on a piece of evidence are attached, and of each that is not it is said why', async () => {
  await newWorkbook();
  const { entity } = await answered(page(), 'add-evidence', { set: { title: 'A meeting' } });
  await show(`/evidence/${encodeURIComponent(entity.entityId)}`);
  await drop(page().locator('.file-drop'), threeToDrop());
  await page().getByRole('heading', { name: '1 file' }).waitFor(LONG);
  await page()
    .getByText(/^tool\.exe was not attached: files of this kind can carry programs/)
    .waitFor();
  await page().getByText('older minutes is a folder. Open it, and drop the files that lie in it.').waitFor();
  const { attachments } = await answered(page(), 'read-evidence', { evidence: entity.entityId });
  expect(attachments.map(({ name }) => name)).toEqual(['minutes.txt']);
  expect(program.running.complaints).toEqual([]);
});

it('a file dropped on a question becomes evidence that is linked to it', async () => {
  await newWorkbook();
  await show(stopAddress(QUESTION));
  await drop(page().locator('main'), threeToDrop().slice(0, 1));
  await page().getByRole('button', { name: 'Add and link it' }).click(LONG);
  await page().getByText('1 piece', { exact: true }).waitFor(LONG);
  expect(program.running.complaints).toEqual([]);
});

it('of files dropped on the desk those are laid out that can be, and of the others it is said what they are', async () => {
  const sent = await contributions();
  await answered(page(), 'open-workbook', { folder: sent.folder });
  await show('/bring-together');
  await drop(page().locator('.file-drop'), [sent.plain, ...threeToDrop()]);
  await page()
    .getByRole('row', { name: /^Inspector/ })
    .waitFor(LONG);
  await page().getByText('3 files that can’t be taken in').waitFor();
  await expect
    .poll(() =>
      page()
        .getByText(/^This is not a packet/)
        .count(),
    )
    .toBe(2);
  await page().getByText('This is a folder. Choose the files that lie in it.').waitFor();
  expect(program.running.complaints).toEqual([]);
});
