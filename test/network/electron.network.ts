import type * as ChildProcessModule from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { answered } from '../electron/callOperation.ts';
import {
  closeWindow,
  kill,
  type RunningWorkbook,
  startWorkbook,
  temporaryFolder,
} from '../electron/runningWorkbook.ts';
import { networkAttempts } from './networkAttempts.ts';
import { useWholeWorkbook } from './useWholeWorkbook.ts';
import { writeTracingScript } from './writeTracingScript.ts';

let data: ReturnType<typeof temporaryFolder>;
let running: RunningWorkbook;
let trace: string;

beforeEach(async () => {
  data = temporaryFolder();
  const traced = writeTracingScript(data.folder, '"$ELECTRON_PATH"');
  trace = traced.trace;
  running = await startWorkbook(data.folder, { through: traced.script });
});
afterEach(async () => {
  await kill(running);
  data.remove();
});

describe('the program in Electron, in a network without a way out', () => {
  it('makes no attempt to reach any address, from its start to its end', async () => {
    const exported = path.join(data.folder, 'Workbook.xlsx');
    await running.app.evaluate(({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: () => Promise.resolve({ canceled: false, filePath }) });
    }, exported);
    await useWholeWorkbook(running.page, (name, input) => answered(running.page, name, input));
    expect(await closeWindow(running)).toBe(0);
    expect(readFileSync(trace, 'utf8')).toContain('AF_UNIX');
    expect(networkAttempts(readFileSync(trace, 'utf8'))).toEqual([]);
  });

  it('sends a request of its own nowhere: no name, no address and no proxy is reached', async () => {
    const outcome = await running.app.evaluate(({ net, session }) => {
      // Past the policy that stops it, so that only what Chromium was started with stands in its way.
      session.defaultSession.webRequest.onBeforeRequest(null);
      return new Promise<string>((resolve) => {
        const request = net.request('http://192.0.2.1/');
        request.on('error', (error) => resolve(error.message));
        request.on('response', () => resolve('answered'));
        request.end();
      });
    });
    expect(outcome).toContain('ERR_');
    await closeWindow(running);
    expect(networkAttempts(readFileSync(trace, 'utf8'))).toEqual([]);
  });

  it('would be seen if it did: one planted fetch shows in the trace', async () => {
    await running.app.evaluate(() => {
      // In a process without any of the program's policy, started by the program and so traced with it.
      const children: typeof ChildProcessModule = process.mainModule!.require('node:child_process');
      const planted = "fetch('http://192.0.2.1:8080/').catch(() => {})";
      children.spawnSync(process.execPath, ['-e', planted], {
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      });
    });
    await closeWindow(running);
    expect(networkAttempts(readFileSync(trace, 'utf8'))).toContainEqual({
      call: 'connect',
      address: '192.0.2.1',
      port: 8080,
    });
  });
});
