import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { connectToPage, type DevToolsPage } from './devToolsPage.ts';

/** The account without rights that Debian and every other Linux has. */
const nobody = 65_534;
const limitMs = 60_000;

/** A packaged program that is running, and the ways to look at it and end it. */
export interface PackagedProgram {
  readonly page: DevToolsPage;
  /** What it wrote to the terminal so far. */
  readonly printed: () => string;
  /** Closes the window as a person does, and gives the program's exit status. */
  readonly close: () => Promise<number | null>;
  /** Ends whatever is left and removes its folders. For `finally`. */
  readonly discard: () => Promise<void>;
}

/**
 * Starts the unpacked program outside the repository, with its sandbox. Chromium refuses to start that for root, so root
 * starts it as nobody. It is looked at through its DevTools port: the fuses close the way that Playwright uses.
 */
export async function startPackagedProgram(
  unpackedFolder: string,
  executable: string,
): Promise<PackagedProgram> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-packaged-'));
  const program = path.join(folder, 'program');
  const home = path.join(folder, 'home');
  const dataFolder = path.join(home, 'data');
  cpSync(unpackedFolder, program, { recursive: true });
  mkdirSync(dataFolder, { recursive: true });
  const asRoot = process.getuid?.() === 0;
  if (asRoot) for (const own of [folder, home, dataFolder]) chownSync(own, nobody, nobody);
  const child = spawn(path.join(program, executable), ['--remote-debugging-port=0'], {
    cwd: home,
    env: { ...process.env, ...screenKey(home, asRoot), HOME: home, WORKBOOK_DATA_FOLDER: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(asRoot ? { uid: nobody, gid: nobody } : {}),
  });

  let output = '';
  child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const exited = new Promise<number | null>((resolve) => {
    child.on('exit', resolve);
    child.on('error', (error) => {
      output += error.message;
      resolve(null);
    });
  });
  const discard = async (): Promise<void> => {
    await endHard(child, exited);
    // Chromium's own processes end a moment after the program.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };

  try {
    const port = await until('a DevTools port', () =>
      Promise.resolve(/DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1] ?? null),
    );
    const page = await until('a window', () => connectToPage(Number(port)));
    return { page, printed: () => output, close: () => closeWindow(page, exited), discard };
  } catch (cause) {
    await discard();
    throw new Error(`The packaged program did not come up. It printed:\n${output}`, { cause });
  }
}

/** The screen's key is readable only for who started the screen; another account needs a copy. */
function screenKey(home: string, asRoot: boolean): Record<string, string> {
  const key = process.env['XAUTHORITY'];
  if (!asRoot || key === undefined) return {};
  const copy = path.join(home, 'screen-key');
  copyFileSync(key, copy);
  chownSync(copy, nobody, nobody);
  return { XAUTHORITY: copy };
}

/** Asks again and again until there is an answer that is not null. Rejects after a minute. */
export async function until<Answer>(what: string, ask: () => Promise<Answer | null>): Promise<Answer> {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== null) return answer;
    await pause(50);
  }
  throw new Error(`There was not ${what} in time`);
}

async function closeWindow(page: DevToolsPage, exited: Promise<number | null>): Promise<number | null> {
  // The window may be gone before its answer comes; the exit status is what tells.
  await page.evaluate('setTimeout(() => window.close(), 100)').catch(() => undefined);
  page.disconnect();
  const late = pause(limitMs).then(() => Promise.reject(new Error('The program did not end')));
  return Promise.race([exited, late]);
}

async function endHard(child: ChildProcess, exited: Promise<number | null>): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await exited;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
