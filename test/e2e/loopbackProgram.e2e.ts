import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { visit } from '../loopback/visit.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-program-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the program that serves it', () => {
  it('prints its address, answers there, and closes the workbook at SIGTERM', async () => {
    const dataFolder = path.join(folder, 'data');
    const program = spawn(process.execPath, ['electron/loopback/main.ts'], {
      cwd: projectFolder,
      env: { ...process.env, CI: '1', WORKBOOK_DATA_FOLDER: dataFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise((resolve) => program.once('exit', resolve));
    const address = await new Promise<string>((resolve) => {
      let printed = '';
      program.stdout.setEncoding('utf8').on('data', (piece: string) => {
        printed += piece;
        const found = /http:\/\/\S+/.exec(printed)?.[0];
        if (found !== undefined) resolve(found);
      });
    });
    const call = await visit(address);
    const made = await call('create-workbook', { partnership: 'North', round: '2026-27', author: '' });
    const workbookFolder = (made['value'] as { folder: string }).folder;
    program.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(path.join(workbookFolder, 'workbook.sqlite-wal'))).toBe(false);
    expect(readFileSync(path.join(workbookFolder, 'workbook.sqlite')).length).toBeGreaterThan(0);
  });
});
