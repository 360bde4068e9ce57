import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Locator, Page } from 'playwright-core';
import { accessibilityProblems, sidewaysOverflow } from './support/accessibility.ts';
import { goTo } from './support/goTo.ts';
import { LAPTOP, LAPTOP_AT_200, LAPTOP_AT_400, openApp, type App } from './support/openApp.ts';

const LONG = { timeout: 60_000 } as const;

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.newWorkbook();
  await app.call('write-answer', { question: 'ci2016/6.2/p1', set: { howAreWeDoing: 'Reviewed in March.' } });
  await app.call('set-grade', { qualityIndicator: 'ci2016/6.2', set: { grade: 4 } });
  await page.reload();
});

const pathField = (): ReturnType<Page['getByLabel']> => page.getByLabel('Folder and name of the file');
const shownPassphrase = (): Promise<string> => page.locator('.passphrase').innerText();

async function writePacket(name: string): Promise<string> {
  const target = path.join(app.dataFolder, name);
  await pathField().fill(target);
  await page.getByRole('button', { name: 'Write the packet' }).click();
  return target;
}

/** Whether all of it is in the window, as far as somebody who does not scroll can tell. */
async function isInSight(place: Locator): Promise<boolean> {
  const box = await place.boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= LAPTOP.height;
}

describe('hand over', () => {
  it('shows below the button, without any scrolling, why a packet was not written', async () => {
    await app.goTo('/share/hand-over');
    await page.getByRole('heading', { name: 'How it is locked' }).waitFor();
    await pathField().fill(path.join(app.dataFolder, 'no such folder', 'first.cjpacket'));
    // Where the button is at the lower edge of the window.
    await page
      .getByRole('button', { name: 'Write the packet' })
      .evaluate((button) => button.scrollIntoView({ block: 'end' }));
    await page.getByRole('button', { name: 'Write the packet' }).click();
    const refusal = page.getByRole('alert').filter({ hasText: 'The packet was not written' });
    await refusal.waitFor(LONG);
    await expect.poll(() => isInSight(refusal)).toBe(true);
  });

  it('writes an encrypted packet that opens with the passphrase shown, and then nothing waits', async () => {
    await page.getByText(/Not yet handed over: \d+ changes\./).waitFor();
    await page.getByRole('link', { name: 'Hand over', exact: true }).click();
    await page.getByRole('heading', { name: 'How it is locked' }).waitFor();
    const passphrase = await shownPassphrase();
    expect(passphrase.split('-')).toHaveLength(6);
    const target = await writePacket('first.cjpacket');
    await page.getByText('The packet is written and was read back').waitFor(LONG);
    expect(readFileSync(target, 'latin1')).toMatch(/^age-encryption\.org\/v1/);
    await expect.poll(shownPassphrase).toBe(passphrase);
    await page.getByText('Everything here has been handed over.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await app.goTo('/overview');
    await page.getByText('Everything here has been handed over.').waitFor();
    expect((await app.call('read-workbook', {})).counts.notHandedOver).toBe(0);

    // Back again: the passphrase has not gone with the screen.
    await app.goTo('/share/hand-over');
    await expect.poll(shownPassphrase).toBe(passphrase);
    await page.getByRole('button', { name: 'It is noted: put it away' }).click();
    await page.locator('.passphrase').waitFor({ state: 'detached' });

    const { job } = await app.call('start-consolidation-preview', {
      paths: [target],
      passphrases: [passphrase],
    });
    await expect.poll(async () => (await app.call('read-job', { job: job ?? '' })).state, LONG).toBe('done');
    const { sources } = await app.call('read-consolidation-preview', { job: job ?? '' });
    expect(sources.map(({ state }) => state)).toEqual(['known']);
  });

  it('refuses a name that hides that a packet is not encrypted, and takes one that says so', async () => {
    await app.goTo('/share/hand-over');
    await page.getByText('Without a passphrase', { exact: true }).click();
    await page.getByText('Anybody who gets hold of it can read it').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const hidden = await writePacket('harmless.cjpacket');
    await page.getByText(/must say so in its name/).waitFor();
    expect(existsSync(hidden)).toBe(false);
    const said = await writePacket('harmless not encrypted.cjpacket');
    await page.getByText('The packet is written and was read back').waitFor(LONG);
    expect(readFileSync(said).subarray(0, 2).toString()).toBe('PK');
    expect(await page.locator('.passphrase').count()).toBe(0);
  });

  it('never replaces a packet unasked, and does when asked', async () => {
    await app.goTo('/share/hand-over');
    const target = await writePacket('twice.cjpacket');
    await page.getByText('The packet is written and was read back').waitFor(LONG);
    const before = statSync(target).mtimeMs;
    await page.getByRole('button', { name: 'Hand over something else' }).click();
    await page.getByRole('button', { name: 'It is noted: go on' }).click();
    await writePacket('twice.cjpacket');
    await page.getByRole('button', { name: 'Replace the file that is there' }).click(LONG);
    await page.getByText('The packet is written and was read back').waitFor(LONG);
    expect(statSync(target).mtimeMs).toBeGreaterThan(before);
  });

  it('says that there is nothing of a partner that has said nothing', async () => {
    await app.goTo('/share/hand-over');
    await page.getByText('One partner’s part').click();
    await page.getByLabel('Partner', { exact: true }).selectOption({ label: 'Police Scotland' });
    await page.getByText(/There is nothing to hand over for this partner/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('is done by keyboard alone', async () => {
    await app.goTo('/share/hand-over');
    await page.getByRole('heading', { name: 'How it is locked' }).waitFor();
    await tabTo('Everything');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await tabTo('Folder and name of the file');
    await page.keyboard.type(path.join(app.dataFolder, 'by keyboard.cjpacket'));
    await tabTo('Write the packet');
    await page.keyboard.press('Enter');
    await page.getByText('The packet is written and was read back').waitFor(LONG);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await tabTo('It is noted: put it away');
    await page.keyboard.press('Enter');
    await tabTo('Hand over something else');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Write the packet' }).waitFor();
  });
});

describe('a workbook to fill in', () => {
  it('is written for one partner about what is ticked, with the receipt to say so', async () => {
    await app.goTo('/share/to-fill-in');
    await page.getByLabel('For whom').selectOption({ label: 'Police Scotland' });
    await page.getByText('Only those that I tick').click();
    const leadership = page.getByRole('group', { name: 'Leadership' });
    await leadership.getByRole('button', { name: /Tick all/ }).click();
    await page.getByText(/Asked about: 4 of 22 quality indicators and 0 of 7 outcomes/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const target = path.join(app.dataFolder, 'to fill in.xlsx');
    await pathField().fill(target);
    await page.getByRole('button', { name: 'Write the workbook to fill in' }).click();
    await page.getByText('The workbook to fill in is written and checked').waitFor(LONG);
    expect(statSync(target).size).toBeGreaterThan(5_000);
    await page.getByRole('row', { name: 'Quality indicators 4' }).waitFor();
  });

  it('is locked with a password that is asked for', async () => {
    await app.goTo('/share/to-fill-in');
    await page.getByLabel('For whom').selectOption({ label: 'Police Scotland' });
    await page.getByText('Protect the file with a password').click();
    await page.getByLabel('Password', { exact: true }).fill('correct horse');
    await page.getByLabel('The same password again').fill('correct horse');
    expect(await accessibilityProblems(page)).toEqual([]);
    const target = path.join(app.dataFolder, 'locked.xlsx');
    await pathField().fill(target);
    await page.getByRole('button', { name: 'Write the workbook to fill in' }).click();
    await page.getByText('The workbook to fill in is written and checked').waitFor(LONG);
    // An encrypted workbook is a compound file, no zip.
    expect(readFileSync(target).subarray(0, 4).toString('hex')).toBe('d0cf11e0');
  });
});

it('fits at 200 and 400 per cent, without anything that axe finds', async () => {
  for (const viewport of [LAPTOP_AT_200, LAPTOP_AT_400]) {
    const window = await app.openWindow({ viewport });
    for (const address of [
      '/share/hand-over',
      '/share/to-fill-in',
      '/share/export',
      '/bring-together/hand-back',
    ]) {
      await goTo(window, address);
      expect([address, await sidewaysOverflow(window)]).toEqual([address, 0]);
      expect(await accessibilityProblems(window)).toEqual([]);
    }
    await window.context().close();
  }
  expect(app.complaints).toEqual([]);
});

/** Presses Tab until the control with that label or those words has the focus. */
async function tabTo(name: string): Promise<void> {
  const MOST = 60;
  for (let presses = 0; presses < MOST; presses += 1) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate(() => {
      const here = document.activeElement;
      if (!(here instanceof HTMLElement)) return '';
      const labels = here instanceof HTMLInputElement ? [...(here.labels ?? [])] : [];
      return labels[0]?.innerText ?? here.innerText;
    });
    if (words.split('\n')[0]?.trim() === name) return;
  }
  throw new Error(`Tab does not reach “${name}”`);
}
