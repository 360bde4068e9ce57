import { spawn } from 'node:child_process';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { answered } from './callOperation.ts';
import {
  electronArguments,
  electronPath,
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

/** Starts the program a second time and waits for its end. */
function startSecond(given: readonly string[]): Promise<number | null> {
  const second = spawn(electronPath(), electronArguments(given), {
    env: { ...process.env, WORKBOOK_DATA_FOLDER: data.folder },
    stdio: 'ignore',
  });
  return new Promise((resolve) => second.once('exit', resolve));
}

describe('a second start', () => {
  it('ends at once and brings the first window to the front', async () => {
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await startSecond([])).toBe(0);
    const state = () =>
      running.app.evaluate(({ BrowserWindow }) => {
        const windows = BrowserWindow.getAllWindows();
        return {
          windows: windows.length,
          minimised: windows[0]?.isMinimized(),
          visible: windows[0]?.isVisible(),
        };
      });
    await expect.poll(state).toEqual({ windows: 1, minimised: false, visible: true });
  });

  it('opens the workbook that it names in the first window', async () => {
    const make = (partnership: string) =>
      answered(running.page, 'create-workbook', { partnership, round: '2026-27', author: 'Officer' });
    const north = await make('North');
    await answered(running.page, 'close-workbook', {});
    await make('South');
    expect(await startSecond([north.folder])).toBe(0);
    const open = async () => (await answered(running.page, 'read-workbook', {})).partnership;
    await expect.poll(open, { timeout: 10_000 }).toBe('North');
  });

  it('opens nothing for a folder that holds no workbook', async () => {
    const made = await answered(running.page, 'create-workbook', {
      partnership: 'North',
      round: '2026-27',
      author: '',
    });
    expect(await startSecond([data.folder, '\\\\server\\share', 'https://example.org/'])).toBe(0);
    await running.page.waitForTimeout(300);
    expect((await answered(running.page, 'read-workbook', {})).id).toBe(made.id);
  });
});
