import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';

import { refusedFromPage } from '../builders/pathsFromPage.ts';
import { answered, callOperation } from './callOperation.ts';
import { answerDialogs, dialogsAsked, standInForDialogs } from './hostDialogs.ts';
import { programForEachTest } from './programForEachTest.ts';
import { showAnew } from './showAnew.ts';

const LONG = { timeout: 60_000 } as const;

const program = programForEachTest();
beforeEach(() => standInForDialogs(program.running.app));

const app = () => program.running.app;
const page = (): Page => program.running.page;
const button = (name: string | RegExp) => page().getByRole('button', { name });
const file = (name: string): string => path.join(program.folder, 'chosen', name);

async function newWorkbook(): Promise<void> {
  mkdirSync(path.join(program.folder, 'chosen'));
  await answered(page(), 'create-workbook', { partnership: 'North', round: '2026-27', author: '' });
}

const show = (address: string): Promise<void> => showAnew(page(), address);

describe('the system’s own dialogs', () => {
  it('say where the Excel file goes, and begin the next time where the last one ended', async () => {
    await newWorkbook();
    await show('/share/export');
    await button('Write the Excel file').click(LONG);
    await expect
      .poll(() => dialogsAsked(app()))
      .toMatchObject([{ kind: 'save', defaultPath: expect.stringMatching(/^OFFICIAL.*North.*\.xlsx$/) }]);
    expect(await page().getByText('The file is written and checked').count()).toBe(0);
    await answerDialogs(app(), [file('all.xlsx')]);
    await button('Write the Excel file').and(page().locator(':enabled')).click();
    await page().getByText('The file is written and checked').waitFor(LONG);
    expect(statSync(file('all.xlsx')).size).toBeGreaterThan(10_000);
    await button('Write the Excel file').click();
    await expect
      .poll(async () => (await dialogsAsked(app())).at(2)?.defaultPath)
      .toContain(path.join(program.folder, 'chosen'));
  });

  it('say where the workbook to fill in goes', async () => {
    await newWorkbook();
    await show('/share/to-fill-in');
    await page().getByLabel('For whom').selectOption({ label: 'Police Scotland' });
    await button('Write the workbook to fill in').click();
    await expect
      .poll(() => dialogsAsked(app()))
      .toMatchObject([{ kind: 'save', defaultPath: expect.stringMatching(/^To fill in Police Scotland/) }]);
    await answerDialogs(app(), [file('to fill in.xlsx')]);
    await button('Write the workbook to fill in').and(page().locator(':enabled')).click();
    await page().getByText('The workbook to fill in is written and checked').waitFor(LONG);
    expect(readFileSync(file('to fill in.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('say where backups are copied to as well', async () => {
    await newWorkbook();
    await show('/settings');
    await button('Choose a folder…').click(LONG);
    await expect.poll(() => dialogsAsked(app())).toMatchObject([{ kind: 'open' }]);
    const group = page().getByRole('group', { name: 'Second folder for backups' });
    await group.getByText('None', { exact: true }).waitFor();
    await answerDialogs(app(), [path.join(program.folder, 'chosen')]);
    await button('Choose a folder…').click();
    await group.getByText(path.join(program.folder, 'chosen')).waitFor();
    await button('Use none').click();
    await group.getByText('None', { exact: true }).waitFor();
  });

  it('choose files for a piece of evidence, of which each that can’t be taken is told', async () => {
    await newWorkbook();
    writeFileSync(file('minutes.txt'), 'Minutes of the meeting');
    writeFileSync(file('notes.txt'), 'Notes of the meeting');
    const { entity } = await answered(page(), 'add-evidence', { set: { title: 'A meeting' } });
    await show(`/evidence/${encodeURIComponent(entity.entityId)}`);
    await page().getByText('No file is attached.').waitFor(LONG);
    await button('Choose files…').click();
    await expect.poll(() => dialogsAsked(app())).toMatchObject([{ kind: 'open' }]);
    await page().getByText('No file is attached.').waitFor();
    await answerDialogs(app(), [file('minutes.txt'), file('gone.txt'), file('notes.txt')]);
    await button('Choose files…').click();
    await page().getByRole('heading', { name: '2 files' }).waitFor(LONG);
    await page().getByText('Not everything was attached').waitFor();
    const { attachments } = await answered(page(), 'read-evidence', { evidence: entity.entityId });
    expect(attachments.map(({ name }) => name).toSorted()).toEqual(['minutes.txt', 'notes.txt']);
  });
});

it('a page that names a path itself is refused, whatever the operation, and nothing is written there', async () => {
  for (const isOpen of [false, true]) {
    if (isOpen) await newWorkbook();
    for (const [field, { name, input }] of Object.entries(refusedFromPage)) {
      const reply = await callOperation(page(), name, input);
      const code = reply.ok ? 'done' : reply.error.code;
      expect([field, code]).toEqual([
        field,
        isOpen ? 'not-here' : expect.stringMatching(/^(not-here|no-workbook)$/),
      ]);
    }
  }
  expect(existsSync('/tmp/named by the page')).toBe(false);
  expect(await dialogsAsked(app())).toEqual([]);
});
