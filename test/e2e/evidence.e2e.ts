import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Page } from 'playwright-core';
import { accessibilityProblems, sidewaysOverflow } from './support/accessibility.ts';
import { manyPiecesOfEvidence } from './support/manyPiecesOfEvidence.ts';
import { goTo } from './support/goTo.ts';
import { LAPTOP_AT_200, LAPTOP_AT_400, openApp, type App } from './support/openApp.ts';
import { stopClock } from './support/stopClock.ts';

const HOW_MANY = 10_000;

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
  const folder = path.join(app.dataFolder, 'Many pieces');
  manyPiecesOfEvidence(folder, HOW_MANY);
  await app.call('open-workbook', { folder });
  await app.showOverview();
});
afterAll(() => app.stop());

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });

async function showRegister(): Promise<void> {
  await app.goTo('/outcomes');
  await app.goTo('/evidence');
  await page.getByText(/^10,00\d pieces of evidence\.$/).waitFor();
}

/** Whether evidence of that title is on the disk: the register is too long to be listed in one answer. */
async function isOnDisk(title: string): Promise<boolean> {
  const { alike } = await app.call('find-alike-evidence', { title });
  return alike.some((item) => item.title === title);
}

describe('the register of ten thousand', () => {
  it('goes to the last one and back by keyboard, and opens it', async () => {
    await showRegister();
    await page.getByLabel('Sorted by').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Date or period' }).click();
    await page
      .getByRole('columnheader', { name: 'Date or period' })
      .and(page.locator('[aria-sort]'))
      .waitFor();
    await page.locator('[role=grid][aria-busy=false]').waitFor();
    await page.locator('[data-cell="0 0"]').focus();
    await page.keyboard.press('Control+End');
    await page.locator('[data-cell="9999 0"]').waitFor();
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Evidence number'));
    const title = await page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('Enter');
    await heading(title).waitFor();
    await page.getByRole('link', { name: 'Back to the register' }).click();
    await page.locator('[data-cell="9999 0"]').waitFor();
  });

  it('follows the scroll bar to the end with no more rows than fit, and reads only what is looked at', async () => {
    await showRegister();
    let requests = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/list-evidence')) requests += 1;
    });
    await page.locator('.register-rows').evaluate((rows) => rows.scrollTo(0, rows.scrollHeight));
    await page
      .locator('[data-cell="9999 0"]')
      .getByText(/Evidence number/)
      .waitFor();
    await expect.poll(() => page.locator('.register-row').count()).toBeLessThan(60);
    expect(requests).toBeLessThanOrEqual(2);
  });

  it('filters as one types without losing a letter, and says why so few are shown', async () => {
    await showRegister();
    await page.getByLabel('Words').pressSequentially('protocols', { delay: 25 });
    await page
      .getByText(
        '10,000 pieces of evidence. 100 shown, because only those are asked for that hold “protocols”.',
      )
      .waitFor();
    await expect.poll(() => page.getByLabel('Words').inputValue()).toBe('protocols');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await page.getByLabel('Kind').selectOption('Performance data');
    await page.getByText(/that hold “protocols” and are of the kind Performance data/).waitFor();
    await page.getByLabel('Linked to').selectOption({ index: 1 });
    await page
      .getByRole('status')
      .getByText(/are linked to “Structural 1/)
      .waitFor();
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await page.getByText(/^10,00\d pieces of evidence\.$/).waitFor();
  });
});

describe('a piece of evidence', () => {
  it('is added, described, linked, given a file, deleted and brought back', async () => {
    await showRegister();
    await page.getByRole('button', { name: 'Add evidence' }).click();
    await page.getByLabel('Title').fill('Your View Counts 2017');
    await page.getByLabel('Kind').last().selectOption('Views of people');
    await page.getByRole('button', { name: 'Add it', exact: true }).click();
    await heading('Your View Counts 2017').waitFor();

    await page.getByLabel('Date', { exact: true }).fill('31 March 2017');
    await page.getByLabel('Date', { exact: true }).blur();
    await page.getByText('Read as 31 Mar 2017').waitFor();
    await page.getByLabel('What it shows').fill('Residents feel safer.');

    await page.getByRole('button', { name: 'Link to more' }).click();
    await page.getByLabel(/^Find outcomes/).fill('6.2');
    await page.getByRole('checkbox', { name: /^6.2 Planning/ }).check();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('heading', { name: 'Used in 1 place' }).waitFor();
    await expect.poll(focusedText).toBe('Link to more');

    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'results.csv', mimeType: 'text/csv', buffer: Buffer.alloc(1_500_000, 'a') });
    await page.getByRole('heading', { name: '1 file' }).waitFor();
    await page.getByText('results.csv').first().waitFor();

    await page.getByRole('button', { name: 'Delete this evidence' }).click();
    await page.getByText('It is used in 1 place, which lose it:').waitFor();
    await page.getByRole('button', { name: /^Delete “Your View Counts/ }).click();
    await page.getByText('“Your View Counts 2017” was deleted').waitFor();
    await page.getByRole('button', { name: 'Undo the deletion' }).click();
    await page.getByText('10,001 pieces of evidence.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.getByLabel('Words').fill('your view');
    await page.getByRole('link', { name: 'Your View Counts 2017' }).click();
    await page.getByRole('heading', { name: 'Used in 1 place' }).waitFor();
    await expect.poll(() => page.getByLabel('What it shows').inputValue()).toBe('Residents feel safer.');
  });

  it('comes back with all its fields long after it was deleted', async () => {
    const { entity } = await app.call('add-evidence', {
      set: { title: 'Lapsed protocol', source: 'Minutes' },
    });
    await app.call('edit', {
      entity: 'evidence',
      entityId: entity.entityId,
      set: { source: 'Minutes of May' },
    });
    await app.call('delete-evidence', { evidence: entity.entityId });
    await app.call('add-evidence', { set: { title: 'Something else meanwhile' } });
    await app.goTo(`/evidence/${entity.entityId}`);
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await heading('Lapsed protocol').waitFor();
    await expect.poll(() => page.getByLabel('Source').inputValue()).toBe('Minutes of May');
  });

  it('shows who changed a field and brings an earlier value back beside the newer one', async () => {
    const { entity } = await app.call('add-evidence', { set: { title: 'Two of five lapsed' } });
    await app.call('edit', {
      entity: 'evidence',
      entityId: entity.entityId,
      set: { title: 'Two of six lapsed' },
    });
    await app.goTo(`/evidence/${entity.entityId}`);
    await page.getByRole('button', { name: 'History of this evidence' }).click();
    await page.getByRole('button', { name: /^Bring this value back/ }).click();
    await page.getByText(/^Title was brought back\./).waitFor();
    await page.keyboard.press('Escape');
    await heading('Two of five lapsed').waitFor();
    await expect.poll(focusedText).toBe('History of this evidence');
  });
});

describe('evidence that is being written', () => {
  it('is on the disk within a second, and can be discarded', async () => {
    const window = await app.openWindow({});
    await goTo(window, '/evidence');
    await window.getByRole('button', { name: 'Add evidence' }).click();
    await stopClock(window);
    await window.getByLabel('Title').fill('Half a thought on training');
    await window.clock.runFor(1_000);
    await expect.poll(() => isOnDisk('Half a thought on training')).toBe(true);
    await window.clock.resume();
    await window.getByRole('button', { name: 'Discard…' }).click();
    await window.getByRole('button', { name: 'Discard this evidence' }).click();
    await window.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await isOnDisk('Half a thought on training')).toBe(false);
    await window.context().close();
  });
});

describe('everybody can use them', () => {
  it('axe finds nothing on the register, an item and the dialogs', async () => {
    await showRegister();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add evidence' }).click();
    await page.getByRole('button', { name: 'Add it', exact: true }).click();
    await page.getByText('Give it a title').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('[data-cell="0 0"] a').click();
    await page.getByRole('heading', { name: /^Used/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Link to more' }).click();
    await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('nobody scrolls sideways at 200 and 400 per cent, and rows can still be opened', async () => {
    for (const viewport of [LAPTOP_AT_200, LAPTOP_AT_400]) {
      const window = await app.openWindow({ viewport });
      await goTo(window, '/evidence');
      await window.locator('[data-cell="0 0"] a').waitFor();
      expect(await sidewaysOverflow(window)).toBe(0);
      await window.locator('[data-cell="0 0"] a').click();
      await window.getByLabel('What it shows').waitFor();
      expect(await sidewaysOverflow(window)).toBe(0);
      await window.context().close();
    }
  });

  it('nothing was complained of', () => {
    expect(app.complaints).toEqual([]);
  });
});

async function focusedText(): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}
