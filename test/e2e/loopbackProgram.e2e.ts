import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { visit } from '../loopback/visit.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let program: ChildProcess;
let ended: Promise<number | null>;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-program-'));
  program = spawn(process.execPath, ['electron/loopback/main.ts'], {
    cwd: projectFolder,
    env: { ...process.env, CI: '1', WORKBOOK_DATA_FOLDER: path.join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  ended = new Promise((resolve) => program.once('exit', resolve));
});
afterEach(async () => {
  program.kill('SIGKILL');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

/** The address that the program prints; rejects when it ends without one. */
function printedAddress(): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    program.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      printed += piece;
      // To the end of its line: what has arrived so far may be half of it.
      const found = /(http:\/\/\S+)\s/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`The program ended. It printed: ${printed}`)));
  });
}

describe('the program that serves it', () => {
  it('prints its address, answers there, and closes the workbook at SIGTERM', async () => {
    const call = await visit(await printedAddress());
    const made = await call('create-workbook', { partnership: 'North', round: '2026-27', author: '' });
    const workbookFolder = (made['value'] as { folder: string }).folder;
    program.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(path.join(workbookFolder, 'workbook.sqlite-wal'))).toBe(false);
    expect(readFileSync(path.join(workbookFolder, 'workbook.sqlite')).length).toBeGreaterThan(0);
  });
});
