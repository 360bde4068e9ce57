import { spawn } from 'node:child_process';

import { describe, expect, it } from 'vitest';

import { answered } from './callOperation.ts';
import { programForEachTest } from './programForEachTest.ts';
import { electronArguments, electronPath } from './runningWorkbook.ts';

const program = programForEachTest();

/** Starts the program a second time and waits for its end. */
function startSecond(given: readonly string[]): Promise<number | null> {
  const second = spawn(electronPath(), electronArguments(given), {
    env: { ...process.env, WORKBOOK_DATA_FOLDER: program.folder },
    stdio: 'ignore',
    // One that does not end must not outlive the test.
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  return new Promise((resolve) => second.once('exit', resolve));
}

describe('a second start', () => {
  it('ends at once and brings the first window to the front', async () => {
    await program.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await startSecond([])).toBe(0);
    const state = () =>
      program.running.app.evaluate(({ BrowserWindow }) => {
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
      answered(program.running.page, 'create-workbook', { partnership, round: '2026-27', author: 'Officer' });
    const north = await make('North');
    await answered(program.running.page, 'close-workbook', {});
    await make('South');
    expect(await startSecond([north.folder])).toBe(0);
    const open = async () => (await answered(program.running.page, 'read-workbook', {})).partnership;
    await expect.poll(open).toBe('North');
  });

  it('opens nothing for a folder that holds no workbook', async () => {
    const made = await answered(program.running.page, 'create-workbook', {
      partnership: 'North',
      round: '2026-27',
      author: '',
    });
    expect(await startSecond([program.folder, '\\\\server\\share', 'https://example.org/'])).toBe(0);
    await program.running.page.waitForTimeout(300);
    expect((await answered(program.running.page, 'read-workbook', {})).id).toBe(made.id);
  });
});
