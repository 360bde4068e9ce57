import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { useWholeWorkbook } from '../network/useWholeWorkbook.ts';
import { answered } from './callOperation.ts';
import { programForEachTest } from './programForEachTest.ts';
import { closeWindow, startWorkbook } from './runningWorkbook.ts';
import { readIfThere } from '../store/readIfThere.ts';

const program = programForEachTest();

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(file) : entry.isFile() ? [file] : [];
  });
}

describe('the whole program in Electron', () => {
  it('breaks its own Content-Security-Policy nowhere, and the page complains of nothing', async () => {
    const exported = path.join(program.folder, 'Workbook.xlsx');
    await program.running.app.evaluate(({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: () => Promise.resolve({ canceled: false, filePath }) });
    }, exported);
    await useWholeWorkbook(program.running.page, (name, input) =>
      answered(program.running.page, name, input),
    );
    expect(program.running.complaints).toEqual([]);
    expect(statSync(exported).size).toBeGreaterThan(10_000);
  });

  it('leaves what was typed in the workbook and nowhere else', async () => {
    const canary = 'canary-7c1f9d';
    const made = await answered(program.running.page, 'create-workbook', {
      partnership: 'North',
      round: '2026-27',
      author: '',
    });
    await program.running.page.evaluate(() => {
      location.hash = '/walk/ci2016%2F1.1%2Fa1';
    });
    await program.running.page.reload();
    await program.running.page.getByRole('textbox', { name: 'How are we doing?' }).fill(canary);
    await answered(program.running.page, 'search', { text: canary, limit: 5 });
    expect(await closeWindow(program.running)).toBe(0);
    const holding = filesUnder(program.folder).filter(
      // Chromium's own processes may end, and take theirs along, a moment after the program.
      (file) => readIfThere(file)?.includes(canary) === true,
    );
    expect(holding.length).toBeGreaterThan(0);
    expect(holding.filter((file) => !file.startsWith(made.folder))).toEqual([]);
  });
});

describe('the window', () => {
  it('is opened again as it was left: its size and its zoom', async () => {
    const menuItem = (label: string) =>
      program.running.app.evaluate(({ Menu, BrowserWindow }, wanted) => {
        const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
        items
          .find((item) => item.label === wanted)
          ?.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
      }, label);
    for (let step = 0; step < 5; step += 1) await menuItem('Zoom in');
    await program.running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setSize(900, 640),
    );
    // The system makes a window's size what was asked for in its own time.
    const look = () =>
      program.running.app.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows()[0];
        return { zoom: window?.webContents.getZoomFactor(), size: window?.getSize() };
      });
    await expect.poll(look).toEqual({ zoom: 2, size: [900, 640] });
    await closeWindow(program.running);
    program.running = await startWorkbook(program.folder);
    await expect.poll(look).toEqual({ zoom: 2, size: [900, 640] });
  });

  it('shows help by its menu without loading the page anew', async () => {
    await program.running.page.evaluate(() => Object.assign(window, { stillHere: true }));
    await program.running.app.evaluate(({ Menu, BrowserWindow }) => {
      const help = Menu.getApplicationMenu()?.items.at(-1)?.submenu?.items[0];
      help?.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
    });
    await program.running.page.waitForURL(/#\/help$/);
    expect(await program.running.page.evaluate(() => 'stillHere' in window)).toBe(true);
  });
});

describe('a start', () => {
  it('keeps Chromium’s own files apart from the workbooks', () => {
    expect(existsSync(path.join(program.folder, 'window'))).toBe(true);
    expect(readdirSync(program.folder)).not.toContain('Cookies');
  });
});
