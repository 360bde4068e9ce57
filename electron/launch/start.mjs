// `npm start`: installs and builds when needed, then opens the workbook. It runs on the machine's own Node
// (20 or newer), so it is plain JavaScript and hands everything else to the Node 24 it installs.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildWhenStale } from './buildWhenStale.mjs';
import { fetchElectron } from './electronBinary.mjs';
import { installWhenNeeded, nodeOf } from './installWhenNeeded.mjs';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const onLinux = process.platform === 'linux';

/** Why this machine cannot open a window, as a sentence; null when it can. */
function reasonForNoWindow() {
  if (onLinux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return 'This session has no screen to open a window on.';
  }
  return null;
}

/** Why the database cannot be opened here, as a sentence; null when it can. */
function reasonForNoDatabase() {
  const probe = "new (require('better-sqlite3'))(':memory:').close()";
  const result = spawnSync(nodeOf(projectFolder), ['-e', probe], { cwd: projectFolder, encoding: 'utf8' });
  if (result.status === 0) return null;
  const cause = result.stderr?.split('\n').find((line) => /Error/.test(line)) ?? `signal ${result.signal}`;
  return `The database part of the workbook (better-sqlite3) does not load on this machine: ${cause.trim()}`;
}

/**
 * Runs the program until it ends and passes its exit status and our interrupts on.
 *
 * @param {string} program
 * @param {readonly string[]} programArguments
 */
function run(program, programArguments) {
  const child = spawn(program, programArguments, { cwd: projectFolder, stdio: 'inherit' });
  process.on('SIGINT', () => child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`${path.basename(program)} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (status, signal) => {
    process.exitCode = status ?? (signal === null ? 1 : 0);
  });
}

/** @param {string} reason why there is no window, as a sentence */
function openLoopback(reason) {
  console.log(`${reason} The same workbook is served to a browser on this computer instead.`);
  run(nodeOf(projectFolder), ['electron/loopback/main.ts', ...process.argv.slice(2)]);
}

/** @param {string} electron its executable */
function openElectron(electron) {
  // Chromium refuses to start its sandbox for root on Linux; nobody else gets to run without it.
  const asRoot = onLinux && process.getuid?.() === 0;
  run(electron, [...(asRoot ? ['--no-sandbox'] : []), '.', ...process.argv.slice(2)]);
}

function start() {
  installWhenNeeded(projectFolder);
  buildWhenStale(projectFolder);
  const noDatabase = reasonForNoDatabase();
  if (noDatabase !== null) throw new Error(noDatabase);
  const noWindow = reasonForNoWindow();
  if (noWindow !== null) return openLoopback(noWindow);
  const electron = fetchElectron(projectFolder);
  if (electron === null) return openLoopback('Electron could not be fetched.');
  return openElectron(electron);
}

try {
  start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
