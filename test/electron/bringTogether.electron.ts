import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';

import { contributions } from '../e2e/support/contributions.ts';
import { goTo } from '../e2e/support/goTo.ts';
import { answered } from './callOperation.ts';
import { answerDialogs, dialogsAsked, pressButton, standInForDialogs } from './hostDialogs.ts';
import { programForEachTest } from './programForEachTest.ts';
import { closeWindow, kill, startWorkbook, temporaryFolder } from './runningWorkbook.ts';
import { showAnew } from './showAnew.ts';

/** A check or a consolidation on a busy machine. */
const LONG = { timeout: 60_000 } as const;

const program = programForEachTest();
beforeEach(() => standInForDialogs(program.running.app));

const app = () => program.running.app;
const page = (): Page => program.running.page;
const button = (name: string | RegExp) => page().getByRole('button', { name });

/** Opens a workbook that stands in a folder, and shows a screen of it. */
async function openAt(folder: string, address: string): Promise<void> {
  await answered(page(), 'open-workbook', { folder });
  await showAnew(page(), address);
}

/** Waits until two files lie on the desk together. */
function bothLaidOut(): Promise<void> {
  return page()
    .getByRole('row', { name: /^All 2 files together/ })
    .waitFor(LONG);
}

/** Gives the passphrase of the one that is locked. */
async function unlockBoth(passphrase: string): Promise<void> {
  await page()
    .getByLabel(/^Passphrase of/)
    .fill(passphrase, LONG);
  await page().keyboard.press('Enter');
  await bothLaidOut();
}

describe('the rehearsal', () => {
  it('goes from the start screen to packets and notes in a folder that a dialog asked for', async () => {
    await button('Open the rehearsal').click();
    await button('Lay out the four rehearsal files').click(LONG);
    await page()
      .getByRole('row', { name: /^All 4 files together/ })
      .waitFor(LONG);
    await button('Take these in').click();
    await page()
      .getByRole('link', { name: /^Settle \d+ fields$/ })
      .press('Enter', LONG);

    const { total } = await answered(page(), 'list-conflicts', {});
    await page().getByText(`1 of ${total}`).waitFor(LONG);
    await page().keyboard.press('1');
    await page().keyboard.press('Control+Enter');
    await expect.poll(async () => (await answered(page(), 'list-conflicts', {})).total, LONG).toBe(total - 1);

    await goTo(page(), '/bring-together/hand-back');
    await button('Write the packets and notes').click(LONG);
    await expect.poll(() => dialogsAsked(app())).toMatchObject([{ kind: 'open' }]);
    await page().locator('.passphrase').waitFor();
    const folder = path.join(program.folder, 'back to them');
    mkdirSync(folder);
    await answerDialogs(app(), [folder]);
    await button('Write the packets and notes').click();
    await page().getByText('The packets and notes are written').waitFor(LONG);
    const endings = readdirSync(folder).map((file) => path.extname(file));
    expect(endings.filter((ending) => ending === '.docx')).toHaveLength(4);
    expect(endings.filter((ending) => ending === '.cjpacket')).toHaveLength(3);
    const folderDialog = { properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] };
    expect(await dialogsAsked(app())).toMatchObject([folderDialog, folderDialog]);
    expect(program.running.complaints).toEqual([]);
  });
});

describe('a packet', () => {
  it('is written where a dialog says, and starts the workbook of a second laptop once its passphrase is right', async () => {
    await answered(page(), 'create-workbook', { partnership: 'North', round: '2026-27', author: 'Officer' });
    await answered(page(), 'write-answer', {
      question: 'ci2016/6.2/p1',
      set: { howAreWeDoing: 'Reviewed in March.' },
    });
    await showAnew(page(), '/share/hand-over');
    await button('Write the packet').click(LONG);
    await expect
      .poll(() => dialogsAsked(app()))
      .toEqual([
        expect.objectContaining({ kind: 'save', defaultPath: expect.stringMatching(/North.*\.cjpacket$/) }),
      ]);
    const packet = path.join(program.folder, 'for the inspector.cjpacket');
    await answerDialogs(app(), [packet]);
    await button('Write the packet').click();
    await page().getByText('The packet is written and was read back').waitFor(LONG);
    expect(readFileSync(packet, 'latin1')).toMatch(/^age-encryption\.org\/v1/);
    const passphrase = await page().locator('.passphrase').innerText();

    // The passphrase is on the screen and nowhere else.
    await app().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect
      .poll(() => dialogsAsked(app()))
      .toContainEqual(expect.objectContaining({ kind: 'message', title: 'Is the passphrase noted?' }));
    expect(await page().locator('.passphrase').innerText()).toBe(passphrase);
    await pressButton(app(), 1);
    expect(await closeWindow(program.running)).toBe(0);

    const second = temporaryFolder();
    try {
      program.running = await startWorkbook(second.folder);
      await standInForDialogs(app());
      await startFrom(packet, passphrase);
      const answer = await answered(page(), 'read-question', { question: 'ci2016/6.2/p1' });
      expect(JSON.stringify(answer)).toContain('Reviewed in March.');
      expect((await answered(page(), 'read-workbook', {})).author).toBe('Inspector');
      expect(program.running.complaints).toEqual([]);
    } finally {
      await kill(program.running);
      second.remove();
    }
  });

  it('asks nothing at closing once its passphrase was put away', async () => {
    await answered(page(), 'create-workbook', { partnership: 'North', round: '2026-27', author: '' });
    await showAnew(page(), '/share/hand-over');
    await answerDialogs(app(), [path.join(program.folder, 'all.cjpacket')]);
    await button('Write the packet').click(LONG);
    await button('It is noted: put it away').click(LONG);
    // Going back is what the stand-in answers, so a question would keep the window.
    expect(await closeWindow(program.running)).toBe(0);
  });

  /** Starts from a packet as a person does who changes their mind first and mistypes the passphrase. */
  async function startFrom(packet: string, passphrase: string): Promise<void> {
    await page().getByText('Start from a packet that somebody sent').click();
    await page().getByLabel('Who you are, by name or role').fill('Inspector');
    await button('Choose the packet…').click();
    await expect.poll(() => dialogsAsked(app())).toHaveLength(1);
    await answerDialogs(app(), [packet]);
    await button('Choose the packet…').and(page().locator(':enabled')).click();
    const field = page().getByLabel('Passphrase of the packet');
    await field.fill('not the right words', LONG);
    await button('Make my copy').click();
    await page()
      .getByText(/The passphrase does not open the packet/)
      .waitFor(LONG);
    await field.fill(passphrase.replaceAll('-', ' ').toUpperCase());
    await button('Make my copy').click();
    await page().getByRole('heading', { level: 1, name: 'Overview' }).waitFor(LONG);
    // Not for each passphrase once more.
    expect(await dialogsAsked(app())).toHaveLength(2);
  }
});

describe('the desk', () => {
  it('is filled by dialogs: none chosen, one, one more, and a passphrase for the locked one', async () => {
    const sent = await contributions();
    await openAt(sent.folder, '/bring-together');
    await button('Choose files…').click(LONG);
    await expect
      .poll(() => dialogsAsked(app()))
      .toMatchObject([{ properties: ['openFile', 'multiSelections', 'dontAddToRecent'] }]);
    await answerDialogs(app(), [sent.plain]);
    await button('Choose files…').and(page().locator(':enabled')).click();
    await page()
      .getByRole('row', { name: /^Inspector/ })
      .waitFor(LONG);

    await button('Add more files').click();
    await button('Choose files…').click();
    await expect.poll(() => dialogsAsked(app())).toHaveLength(3);
    // Nothing was chosen, so what lies there stays.
    await page()
      .getByRole('row', { name: /^Inspector/ })
      .waitFor(LONG);
    await answerDialogs(app(), [sent.encrypted]);
    await button('Choose files…').click();
    await unlockBoth(sent.passphrase);
    await button('Take these in').click();
    await page().getByText('The contributions are taken in').waitFor(LONG);
    expect((await answered(page(), 'list-conflicts', {})).total).toBe(2);
    expect(program.running.complaints).toEqual([]);
  });

  it('takes dropped files from where they lie, without a copy of them, and no path from the page', async () => {
    const sent = await contributions();
    await openAt(sent.folder, '/bring-together');
    await button('Choose files…').waitFor(LONG);
    await dropOnDesk([sent.plain, sent.encrypted]);
    await unlockBoth(sent.passphrase);
    expect(readdirSync(path.join(sent.folder, 'work')).filter((name) => name.startsWith('staged-'))).toEqual(
      [],
    );
    await page().reload();
    await bothLaidOut();

    // A file that the page makes up lies nowhere.
    const tokens = await page().evaluate(() => {
      // The preload puts it there; the test's own page knows its shape.
      const host = (
        window as unknown as { workbookHost: { grantFiles: (files: unknown[]) => Promise<unknown> } }
      ).workbookHost;
      const named = new File(['x'], '/etc/passwd');
      const placed = Object.defineProperty(new File(['x'], 'x'), 'path', { value: '/etc/passwd' });
      return host.grantFiles([named, placed, { path: '/etc/passwd' }]);
    });
    expect(tokens).toEqual([null, null, null]);
    expect(program.running.complaints).toEqual([]);
  });
});

/** Drops files of the disk on the desk: a chooser of the test's own gets them, as only a person can give a page a file. */
async function dropOnDesk(paths: readonly string[]): Promise<void> {
  await page().evaluate(() => {
    const chooser = document.createElement('input');
    chooser.type = 'file';
    chooser.multiple = true;
    chooser.id = 'chooser-of-the-test';
    document.body.append(chooser);
  });
  await page()
    .locator('#chooser-of-the-test')
    .setInputFiles([...paths]);
  await page().evaluate(() => {
    const chooser = document.querySelector<HTMLInputElement>('#chooser-of-the-test');
    const dataTransfer = new DataTransfer();
    for (const file of chooser?.files ?? []) dataTransfer.items.add(file);
    document
      .querySelector('.file-drop')
      ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    chooser?.remove();
  });
}
