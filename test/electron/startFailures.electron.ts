import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { answered } from './callOperation.ts';
import {
  builtFolder,
  electronPath,
  electronSwitches,
  kill,
  type RunningWorkbook,
  startWorkbook,
  temporaryFolder,
} from './runningWorkbook.ts';

let data: ReturnType<typeof temporaryFolder>;
let running: RunningWorkbook | undefined;
let child: ChildProcess | undefined;

beforeEach(() => {
  data = temporaryFolder();
});
afterEach(async () => {
  await kill(running);
  running = undefined;
  if (child !== undefined) {
    const ended = once(child, 'exit');
    if (child.kill('SIGKILL')) await ended;
  }
  child = undefined;
  data.remove();
});

describe('a start that can’t go well', () => {
  it('says on the first screen that workbooks can’t be kept in their folder', async () => {
    // A file where the folder of workbooks should be: it can't be written to, not even by root.
    writeFileSync(path.join(data.folder, 'workbooks'), '');
    running = await startWorkbook(data.folder);
    const { dataFolderProblem } = await answered(running.page, 'read-start', {});
    expect(dataFolderProblem).toMatch(/\.$/);
    await running.page
      .getByText(dataFolderProblem ?? '')
      .first()
      .waitFor();
  });

  it('comes up and says so also when nothing at all can be kept there', async () => {
    const file = path.join(data.folder, 'a-file');
    writeFileSync(file, '');
    running = await startWorkbook(file);
    const { dataFolderProblem } = await answered(running.page, 'read-start', {});
    await running.page
      .getByText(dataFolderProblem ?? '')
      .first()
      .waitFor();
    expect(dataFolderProblem).toMatch(/\.$/);
  });

  it('says in a box that a part is missing when the native module does not load', async () => {
    const program = path.join(data.folder, 'program');
    mkdirSync(program);
    cpSync(builtFolder(), path.join(program, 'dist'), { recursive: true });
    writeFileSync(
      path.join(program, 'package.json'),
      JSON.stringify({ name: 'workbook', productName: 'Workbook', version: '0.0.0', main: 'dist/main.cjs' }),
    );
    child = spawn(electronPath(), [...electronSwitches(), program], {
      env: { ...process.env, WORKBOOK_DATA_FOLDER: path.join(data.folder, 'data') },
      stdio: 'ignore',
    });
    const log = path.join(data.folder, 'data/log/workbook.log');
    await expect
      .poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : ''))
      .toMatch(/The core did not load: Error MODULE_NOT_FOUND/);
    // The box waits for a person.
    expect(child.exitCode).toBeNull();
  });
});
