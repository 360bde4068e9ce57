import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { xlsxEditor } from '../excel/return/xlsxEditor.ts';
import { accessibilityProblems, sidewaysOverflow } from './support/accessibility.ts';
import { contributions, type Contributions } from './support/contributions.ts';
import { holdUp } from './support/holdUp.ts';
import { LAPTOP, LAPTOP_AT_200, LAPTOP_AT_400, openApp, type App } from './support/openApp.ts';
import { INDICATOR } from './support/walk.ts';

/** A check or a consolidation on a busy machine. */
const LONG = { timeout: 60_000 } as const;

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
});
afterEach(async () => {
  await app.call('close-workbook', {});
});
afterAll(() => app.stop());

const button = (name: string | RegExp) => page.getByRole('button', { name });

async function openDesk(folder: string): Promise<void> {
  await app.call('open-workbook', { folder });
  await page.evaluate(() => {
    window.location.hash = '/bring-together';
  });
  await page.reload();
  await button('Check these files').waitFor();
}

/** A workbook to fill in, sent back with so many notes in the margin and nothing else. */
async function returnedWithNotes(app: App, notes: number): Promise<string> {
  const sent = path.join(app.dataFolder, 'sent.xlsx');
  const { job } = await app.call('start-return-copy', { path: sent, qualityIndicators: [INDICATOR] });
  await expect.poll(async () => (await app.call('read-job', { job: job ?? '' })).state, LONG).toBe('done');
  const copy = xlsxEditor(readFileSync(sent));
  copy.editRows('Grades', (rows) => {
    while (rows.length < 40) rows.push({ attributes: '', cells: [] });
    for (let note = 0; note < notes; note += 1) {
      const rest = ` t="inlineStr"><is><t>Note ${note}</t></is></c>`;
      rows.push({ attributes: '', cells: [{ column: 1, style: '', rest }] });
    }
    return rows;
  });
  const returned = path.join(app.dataFolder, 'returned.xlsx');
  writeFileSync(returned, copy.bytes());
  return returned;
}

/** Lays files out by their paths, by keyboard alone. */
async function layOut(paths: readonly string[]): Promise<void> {
  await page.getByLabel('Or type where the files are').focus();
  await page.keyboard.insertText(paths.join('\n'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

const state = async () => (await app.call('read-state', {})).sha256;

describe('the consolidation desk', () => {
  it('brings two laptops together: locked, wrong and right passphrase, preview, receipt, undo', async () => {
    const sent: Contributions = await contributions();
    const holiday = path.join(path.dirname(sent.plain), 'holiday.xlsx');
    writeFileSync(holiday, 'no workbook at all');
    await openDesk(sent.folder);
    expect(await accessibilityProblems(page)).toEqual([]);
    const before = await state();

    await layOut([sent.plain, sent.encrypted, holiday]);
    const passphrase = page.getByLabel(/^Passphrase of/);
    await passphrase.waitFor(LONG);
    await page.getByText(/it does not hold together/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await passphrase.fill('not the right words');
    await page.keyboard.press('Enter');
    await page.getByText('This passphrase does not open it.').waitFor(LONG);
    expect(await accessibilityProblems(page)).toEqual([]);
    await passphrase.fill(` ${sent.passphrase.replaceAll('-', ' ').toUpperCase()}`);
    await page.keyboard.press('Enter');
    await passphrase.waitFor({ state: 'detached', ...LONG });
    await button(/^Leave this file out/).press('Enter');
    await page.getByText(/it does not hold together/).waitFor({ state: 'detached', ...LONG });

    await page.getByRole('row', { name: /^Inspector.*from copy/ }).waitFor(LONG);
    await page.getByRole('row', { name: /^Sergeant.*with a passphrase/ }).waitFor();
    const differences = page.getByRole('region', { name: /^What would change/ });
    await expect.poll(() => differences.getByText('To settle', { exact: true }).count()).toBe(2);
    await differences.locator('ins', { hasText: 'six' }).waitFor();
    expect(await state()).toBe(before);

    // Another screen and back: everything still lies there.
    await app.goTo('/overview');
    await app.goTo('/bring-together');
    await button('Take these in').press('Enter');
    await page.getByText('The contributions are taken in').waitFor(LONG);
    await page.getByText(/What stood before is in the checked backup of/).waitFor();
    await page.getByRole('link', { name: 'Settle 2 fields' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect((await app.call('list-conflicts', {})).total).toBe(2);
    expect((await app.call('read-workbook', {})).counts.evidence).toBe(2);

    await button('Bring in more files').press('Enter');
    await layOut([sent.plain]);
    await page.getByText(/is in this workbook already/).waitFor(LONG);
    const desk = page.getByRole('region', { name: 'On the desk' });
    await expect.poll(() => desk.getByRole('button').allInnerTexts()).toEqual(['Clear the desk']);
    await button('Clear the desk').press('Enter');

    await button('Undo this consolidation').press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Undo this consolidation' }).press('Enter');
    await page.getByText('The consolidation is undone').waitFor(LONG);
    await page.getByText(/changes are set aside/).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('so-far');
    expect(await state()).toBe(before);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(app.complaints).toEqual([]);
  });

  it('takes files that are chosen or dropped into the page', async () => {
    const sent = await contributions();
    await openDesk(sent.folder);
    await page.getByLabel(/^Drop packets/).setInputFiles([sent.plain, sent.encrypted]);
    await page.getByLabel(/^Passphrase of/).waitFor(LONG);
    await page.getByLabel(/^Passphrase of/).fill(sent.passphrase);
    await button('Open it').click();
    await page.getByRole('row', { name: /^All 2 files together/ }).waitFor(LONG);
    await button('Add more files').click();
    await button('Clear the desk').click();
    await button('Check these files').waitFor();
  });

  it('has everything on the desk still after the page was loaded anew, and goes on from there', async () => {
    const sent = await contributions();
    await openDesk(sent.folder);
    await layOut([sent.plain]);
    await page.getByRole('row', { name: /^Inspector/ }).waitFor(LONG);
    await button('Add more files').click();
    await page.getByLabel('Or type where the files are').fill(sent.encrypted);
    await button('Check these together with the others').click();
    await page.getByLabel(/^Passphrase of/).fill(sent.passphrase, LONG);
    await button('Open it').click();
    const both = page.getByRole('row', { name: /^All 2 files together/ });
    await both.waitFor(LONG);
    await page.reload();
    await both.waitFor();
    // The locked one needs no passphrase again: the program has it, in memory.
    expect(await page.getByLabel(/^Passphrase of/).count()).toBe(0);
    await button('Take these in').click();
    await page.getByText('The contributions are taken in').waitFor(LONG);
    await page.reload();
    await page.getByText('The contributions are taken in').waitFor();
    await button('Bring in more files').click();
    await button('Check these files').waitFor();
    await page.reload();
    await button('Check these files').waitFor();
    expect(app.complaints).toEqual([]);
  });

  it('takes a dropped file that is larger than one on evidence may be, and lists thousands of lines a page at a time', async () => {
    const sent = await contributions();
    await openDesk(sent.folder);
    const large = path.join(path.dirname(sent.plain), 'large.cjpacket');
    writeFileSync(large, Buffer.alloc(60 * 1024 * 1024));
    const arrive = await holdUp(page, '**/api/stage-contribution');
    await page.getByLabel(/^Drop packets/).setInputFiles([large]);
    await page.getByRole('progressbar', { name: 'Reading large.cjpacket' }).waitFor();
    await arrive();
    await page.getByText(/^1 file that can’t be taken in$/).waitFor(LONG);
    await page.getByText(/This is not a packet/).waitFor();
    await button('Clear the desk').click();

    // The reader lists two thousand lines of one file, and says how many there are beyond them.
    await layOut([await returnedWithNotes(app, 3_000)]);
    await page.getByText(/: 2,001 lines$/).click(LONG);
    await page.getByText('Lines 1 to 100 of 2,001.').waitFor();
    await button('Those after').click();
    await page.getByText('Lines 101 to 200 of 2,001.').waitFor();
    await page.getByRole('row', { name: /B240/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('needs no sideways scrolling and has nothing that axe finds at 200 % and 400 %, and in forced colours', async () => {
    const sent = await contributions();
    await openDesk(sent.folder);
    await layOut([sent.plain]);
    await button('Take these in').waitFor(LONG);
    try {
      for (const viewport of [LAPTOP_AT_200, LAPTOP_AT_400]) {
        await page.setViewportSize(viewport);
        expect(await sidewaysOverflow(page)).toBe(0);
        expect(await accessibilityProblems(page)).toEqual([]);
      }
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await accessibilityProblems(page)).toEqual([]);
    } finally {
      await page.emulateMedia({ forcedColors: 'none' });
      await page.setViewportSize(LAPTOP);
    }
  });
});

describe('on the start screen', () => {
  async function goToStart(): Promise<void> {
    await page.evaluate(() => {
      window.location.hash = '/';
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Open or bring in a file' }).waitFor();
  }

  it('a packet becomes this laptop’s own copy of the workbook, once its passphrase is right', async () => {
    const sent = await contributions();
    await goToStart();
    await page.getByText('Start from a packet that somebody sent').click();
    await page.getByLabel('Packet, with its full path').fill(sent.encrypted);
    await page.getByLabel('Who you are, by name or role').fill('Constable');
    await button('Make my copy').click();
    const passphrase = page.getByLabel('Passphrase of the packet');
    await passphrase.waitFor(LONG);
    expect(await accessibilityProblems(page)).toEqual([]);
    await passphrase.fill('not the right words');
    await button('Make my copy').click();
    await button('Make my copy').and(page.locator(':enabled')).waitFor(LONG);
    await passphrase.fill(sent.passphrase);
    await button('Make my copy').click();
    await page.getByRole('dialog', { name: 'For whom does this copy speak?' }).waitFor(LONG);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('dialog').getByText('Police Scotland').click();
    await button('Speak for the one chosen').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await app.call('read-workbook', {})).toMatchObject({
      author: 'Constable',
      voice: 'partner/police-scotland',
      counts: { evidence: 1, conflicts: 0 },
    });
  });

  it('the rehearsal is laid out, looked at, taken in and started afresh', async () => {
    await goToStart();
    await button('Open the rehearsal').click();
    await page.getByText('This is a rehearsal').waitFor(LONG);
    await button('Lay out the four rehearsal files').click();
    await page.getByRole('row', { name: /^All 4 files together/ }).waitFor(LONG);
    expect(await page.getByText(/locked file/).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);

    const sheet = path.join(app.dataFolder, 'not taken.xlsx');
    await button('Save what was not taken as an Excel sheet').click();
    await page.getByLabel('Folder and name of the copy').fill(sheet);
    await button('Save the copy').click();
    await page.getByText('The sheet is written and checked').waitFor(LONG);
    expect(statSync(sheet).size).toBeGreaterThan(1_000);

    await button('Take these in').click();
    await page.getByRole('link', { name: /^Settle \d+ fields$/ }).waitFor(LONG);
    await button('Go back to the beginning of the rehearsal').click();
    await button('Start afresh and delete what was practised').click();
    await page.getByRole('dialog').waitFor({ state: 'detached', ...LONG });
    await button('Lay out the four rehearsal files').waitFor();
    expect((await app.call('list-consolidations', {})).consolidations).toEqual([]);
    expect(app.complaints).toEqual([]);
  });
});
