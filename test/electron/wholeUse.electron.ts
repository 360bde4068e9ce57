import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { useWholeWorkbook } from '../network/useWholeWorkbook.ts';
import { answered } from './callOperation.ts';
import {
  closeWindow,
  kill,
  type RunningWorkbook,
  startWorkbook,
  temporaryFolder,
} from './runningWorkbook.ts';

let data: ReturnType<typeof temporaryFolder>;
let running: RunningWorkbook;

beforeEach(async () => {
  data = temporaryFolder();
  running = await startWorkbook(data.folder);
});
afterEach(async () => {
  await kill(running);
  data.remove();
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(file) : entry.isFile() ? [file] : [];
  });
}

describe('the whole program in Electron', () => {
  it('breaks its own Content-Security-Policy nowhere, and the page complains of nothing', async () => {
    const exported = path.join(data.folder, 'Workbook.xlsx');
    await running.app.evaluate(({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: () => Promise.resolve({ canceled: false, filePath }) });
    }, exported);
    await useWholeWorkbook(running.page, (name, input) => answered(running.page, name, input));
    expect(running.complaints).toEqual([]);
    expect(statSync(exported).size).toBeGreaterThan(10_000);
  });

  it('leaves what was typed in the workbook and nowhere else', async () => {
    const canary = 'canary-7c1f9d';
    const made = await answered(running.page, 'create-workbook', {
      partnership: 'North',
      round: '2026-27',
      author: '',
    });
    await running.page.evaluate(() => {
      location.hash = '/walk/ci2016%2F1.1%2Fa1';
    });
    await running.page.reload();
    await running.page.getByRole('textbox', { name: 'How are we doing?' }).fill(canary);
    await answered(running.page, 'search', { text: canary, limit: 5 });
    expect(await closeWindow(running)).toBe(0);
    const holding = filesUnder(data.folder).filter((file) => readFileSync(file).includes(canary));
    expect(holding.length).toBeGreaterThan(0);
    expect(holding.filter((file) => !file.startsWith(made.folder))).toEqual([]);
  });
});

describe('the window', () => {
  it('is opened again as it was left: its size and its zoom', async () => {
    const menuItem = (label: string) =>
      running.app.evaluate(({ Menu, BrowserWindow }, wanted) => {
        const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
        items
          .find((item) => item.label === wanted)
          ?.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
      }, label);
    for (let step = 0; step < 5; step += 1) await menuItem('Zoom in');
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(900, 640));
    await closeWindow(running);
    running = await startWorkbook(data.folder);
    const left = await running.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return { zoom: window?.webContents.getZoomFactor(), size: window?.getSize() };
    });
    expect(left).toEqual({ zoom: 2, size: [900, 640] });
  });

  it('shows help by its menu without loading the page anew', async () => {
    await running.page.evaluate(() => Object.assign(window, { stillHere: true }));
    await running.app.evaluate(({ Menu, BrowserWindow }) => {
      const help = Menu.getApplicationMenu()?.items.at(-1)?.submenu?.items[0];
      help?.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
    });
    await running.page.waitForURL(/#\/help$/);
    expect(await running.page.evaluate(() => 'stillHere' in window)).toBe(true);
  });
});

describe('a start', () => {
  it('keeps Chromium’s own files apart from the workbooks', () => {
    expect(existsSync(path.join(data.folder, 'window'))).toBe(true);
    expect(readdirSync(data.folder)).not.toContain('Cookies');
  });
});
