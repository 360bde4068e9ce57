import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { answered } from './callOperation.ts';
import { programForEachTest } from './programForEachTest.ts';
import { closeWindow, kill, startWorkbook } from './runningWorkbook.ts';

const program = programForEachTest();

const question = 'ci2016/1.1/a1';
const answerField = (page: Page) => page.getByRole('textbox', { name: 'How are we doing?' });

/** Makes a workbook as an officer does, in three fields, and opens the first question. */
async function startWalk(): Promise<string> {
  const { page } = program.running;
  await page.getByLabel('Partnership').fill('North');
  await page.getByLabel('Your name or role').fill('Officer');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL(/#\/(overview|walk)/);
  await goToQuestion(page);
  return (await answered(page, 'read-workbook', {})).folder;
}

async function goToQuestion(page: Page): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/walk/${encodeURIComponent(id)}`;
  }, question);
  await answerField(page).waitFor();
}

/** Starts the program once more over the same data and opens the workbook. */
async function startAgain(folder: string): Promise<void> {
  program.running = await startWorkbook(program.folder);
  await answered(program.running.page, 'open-workbook', { folder });
}

async function savedAnswer(): Promise<string> {
  return JSON.stringify(await answered(program.running.page, 'read-question', { question }));
}

describe('closing the window', () => {
  it('keeps what was typed in the last moment', async () => {
    const folder = await startWalk();
    await answerField(program.running.page).pressSequentially('Typed and closed at once', { delay: 2 });
    expect(await closeWindow(program.running)).toBe(0);
    await startAgain(folder);
    expect(await savedAnswer()).toContain('Typed and closed at once');
  });

  it('shows the text again to the person who opens the workbook', async () => {
    const folder = await startWalk();
    await answerField(program.running.page).fill('Seen again');
    await closeWindow(program.running);
    await startAgain(folder);
    await program.running.page.reload();
    await goToQuestion(program.running.page);
    await expect.poll(() => answerField(program.running.page).inputValue()).toBe('Seen again');
  });

  it('leaves nothing of the database open: no log of it lies beside the closed workbook', async () => {
    const folder = await startWalk();
    await answerField(program.running.page).fill('Closed in order');
    await closeWindow(program.running);
    expect(() => readFileSync(path.join(folder, 'workbook.sqlite-wal'))).toThrow(/ENOENT/);
  });

  it('is the same by the menu’s Quit and by the system’s signal', async () => {
    for (const quit of [
      () => program.running.app.evaluate(({ app }) => void setTimeout(() => app.quit(), 20)),
      () => Promise.resolve(program.running.process.kill('SIGTERM')),
    ]) {
      const folder = await startWalk();
      const text = `Typed before ${String(quit).length}`;
      await answerField(program.running.page).fill(text);
      await quit();
      expect(await program.running.ended).toBe(0);
      await startAgain(folder);
      expect(await savedAnswer()).toContain(text);
      await answered(program.running.page, 'close-workbook', {});
      await program.running.page.goto('app://workbook/index.html#/');
      await program.running.page.reload();
    }
  });

  it('asks, and goes back to the text, when the page says that something is not saved', async () => {
    await startWalk();
    await answerNextQuestion(0);
    await program.running.page.evaluate(() => {
      // What the preload puts into the page; TypeScript does not follow it there.
      const host = (
        window as unknown as {
          workbookHost: { onBeforeClose: (flush: () => Promise<boolean>) => () => void };
        }
      ).workbookHost;
      Object.assign(window, { takeAway: host.onBeforeClose(() => Promise.resolve(false)) });
    });
    await requestClose();
    await expect.poll(questionsAsked).toEqual(['Not everything is saved']);
    expect(
      await program.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    ).toBe(1);
    // Put there above, in the page.
    await program.running.page.evaluate(() => (window as unknown as { takeAway: () => void }).takeAway());
    expect(await closeWindow(program.running)).toBe(0);
  });

  it('closes without saving when the person says so', async () => {
    await startWalk();
    await answerNextQuestion(1);
    await program.running.page.evaluate(() => {
      // What the preload puts into the page; TypeScript does not follow it there.
      const host = (
        window as unknown as {
          workbookHost: { onBeforeClose: (flush: () => Promise<boolean>) => () => void };
        }
      ).workbookHost;
      host.onBeforeClose(() => Promise.reject(new Error('the disk is full')));
    });
    expect(await closeWindow(program.running)).toBe(0);
  });
});

describe('a power cut', () => {
  it('loses nothing that was shown as saved', async () => {
    const folder = await startWalk();
    const field = answerField(program.running.page);
    await field.fill('Acknowledged before the cut');
    await field.blur();
    await expect.poll(savedAnswer).toContain('Acknowledged before the cut');
    await kill(program.running);
    await startAgain(folder);
    expect(await savedAnswer()).toContain('Acknowledged before the cut');
  });
});

describe('a window whose process ends', () => {
  it('is opened again, with everything that was saved', async () => {
    await startWalk();
    await answerField(program.running.page).fill('Saved before the crash');
    await answerField(program.running.page).blur();
    await expect.poll(savedAnswer).toContain('Saved before the crash');
    await answerNextQuestion(0);
    await program.running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(questionsAsked).toEqual(['The window was opened again']);
    const text = await program.running.app.evaluate(async ({ BrowserWindow }, id) => {
      const script = `window.workbookHost.operations['read-question']({ question: ${JSON.stringify(id)} })`;
      return JSON.stringify(await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script));
    }, question);
    expect(text).toContain('Saved before the crash');
  });
});

/** Puts a stand-in in place of the system's message box: it notes the message and presses the button. */
async function answerNextQuestion(button: number): Promise<void> {
  await program.running.app.evaluate(({ dialog }, response) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, options: { message: string }) => {
        asked.push(options.message);
        return Promise.resolve({ response, checkboxChecked: false });
      },
    });
  }, button);
}

function questionsAsked(): Promise<readonly string[]> {
  return program.running.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

async function requestClose(): Promise<void> {
  await program.running.app.evaluate(
    ({ BrowserWindow }) => void setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 20),
  );
}
