import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { _electron, type ElectronApplication, type Page } from 'playwright-core';

import { electronBinary } from '../../electron/launch/electronBinary.mjs';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The built program in a real Electron, with the window's page. */
export type RunningWorkbook = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The program's own process; still to be had after its end. */
  readonly process: ChildProcess;
  /** What the page's console complained of, Content-Security-Policy first of all. */
  readonly complaints: readonly string[];
  /** Resolves with the exit status once the program has ended. */
  readonly ended: Promise<number | null>;
};

export type StartOptions = {
  readonly given?: readonly string[];
  /** A program to run in place of Electron, which gets Electron's path as its first argument. */
  readonly through?: string;
};

/** Electron's executable on this machine; `npm test` leaves these tests out, by name, where there is none. */
export function electronPath(): string {
  const found = electronBinary(projectFolder);
  if (found === null) throw new Error('There is no Electron on this machine');
  return found;
}

/** What Electron must be given to start at all as root on Linux; nothing for anybody else. */
export function electronSwitches(): readonly string[] {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return asRoot ? ['--no-sandbox'] : [];
}

/** What makes Electron load this build, with further arguments. */
export function electronArguments(given: readonly string[] = []): string[] {
  return [...electronSwitches(), appFolder(), ...given];
}

/** The folder of the built program. */
export function builtFolder(): string {
  return path.join(appFolder(), 'dist');
}

/** How long a busy machine may be about one step; shorter than a test's own limit, so that the step is named. */
const STEP_LIMIT_MS = 60_000;

/** Starts the built program with a data folder of its own. */
export async function startWorkbook(
  dataFolder: string,
  options: StartOptions = {},
): Promise<RunningWorkbook> {
  const app = await launch(dataFolder, options);
  const program = app.process();
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  app.context().setDefaultTimeout(STEP_LIMIT_MS);
  const page = await app.firstWindow({ timeout: STEP_LIMIT_MS }).catch((cause: unknown) => {
    // Nobody else knows of it yet.
    signalGroup(program, 'SIGKILL');
    throw cause;
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.waitForLoadState('load');
  return { app, page, process: program, complaints, ended };
}

async function launch(dataFolder: string, options: StartOptions): Promise<ElectronApplication> {
  const start = (timeout: number): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath: options.through ?? electronPath(),
      args: electronArguments(options.given),
      env: { ...stringsOf(process.env), WORKBOOK_DATA_FOLDER: dataFolder, ELECTRON_PATH: electronPath() },
      timeout,
    });
  if (options.through === undefined) return start(60_000);
  // On a busy machine one traced start in ten or so hangs in the tracer, before the program's first line.
  return start(30_000).catch(() => start(60_000));
}

/** Closes the window as a person does and waits for the program's end. */
export async function closeWindow(running: RunningWorkbook): Promise<number | null> {
  await running.app.evaluate(({ BrowserWindow }) => {
    // Later, so that this call is answered before its own process ends.
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 20);
  });
  const limit = new AbortController();
  const late = wait(STEP_LIMIT_MS, null, { signal: limit.signal }).then(() => {
    throw new Error('The program had not ended a minute after its window was closed');
  });
  // The wait that the end has overtaken.
  late.catch(() => {});
  return Promise.race([running.ended, late]).finally(() => limit.abort());
}

/** Ends the program as a power cut does; a test that failed before there was one has none. */
export async function kill(running: RunningWorkbook | undefined): Promise<void> {
  if (running === undefined) return;
  signalGroup(running.process, 'SIGKILL');
  await running.ended;
}

/** Reaches what the program has started as well, which would go on writing: Chromium's processes, what a tracer traces. */
function signalGroup(program: ChildProcess, signal: NodeJS.Signals): void {
  // Playwright gives a program a group of its own, but not on Windows, which has none.
  if (program.pid !== undefined && process.platform !== 'win32') {
    try {
      process.kill(-program.pid, signal);
      return;
    } catch {
      // Nothing of the group is left, or it is none.
    }
  }
  program.kill(signal);
}

/** A folder of its own under the system's temporary folder, and the way to remove it. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-electron-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }) };
}

/** Another build than the repository's own can be named, such as one made while that is being made anew. */
function appFolder(): string {
  return process.env['WORKBOOK_APP_FOLDER'] ?? projectFolder;
}

function stringsOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
