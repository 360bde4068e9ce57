import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type Browser, chromium, type Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { OutputOf } from '../../shared/api/contract.ts';
import type { OperationName } from '../../shared/api/operationNames.ts';
import type { Reply } from '../../shared/api/reply.ts';
import { projectFolder, temporaryFolder } from '../electron/runningWorkbook.ts';
import { chromiumPath } from '../run/stages.ts';
import { networkAttempts } from './networkAttempts.ts';
import { type Answered, useWholeWorkbook } from './useWholeWorkbook.ts';
import { writeTracingScript } from './writeTracingScript.ts';

let data: ReturnType<typeof temporaryFolder>;
let server: ChildProcess;
let browser: Browser;
let ended: Promise<void>;
let trace: string;

beforeEach(async () => {
  data = temporaryFolder();
  const traced = writeTracingScript(data.folder, `'${process.execPath}'`);
  trace = traced.trace;
  server = spawn(traced.script, ['electron/loopback/main.ts'], {
    cwd: projectFolder,
    env: { ...process.env, WORKBOOK_DATA_FOLDER: data.folder, CI: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own: a signal must reach the traced program, not only the one that traces.
    detached: true,
  });
  ended = new Promise((resolve) => server.once('exit', () => resolve()));
  const asRoot = process.getuid?.() === 0;
  browser = await chromium.launch({
    executablePath: chromiumPath() ?? 'chromium',
    args: asRoot ? ['--no-sandbox'] : [],
  });
});
afterEach(async () => {
  await browser.close();
  if (server.exitCode === null && server.signalCode === null) signalServer('SIGKILL');
  await ended;
  data.remove();
});

function signalServer(signal: NodeJS.Signals): void {
  if (server.pid !== undefined) process.kill(-server.pid, signal);
}

/** The address that the server prints. */
function printedAddress(): Promise<string> {
  return new Promise((resolve) => {
    let printed = '';
    server.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      printed += piece;
      // To the end of its line: what has arrived so far may be half of it.
      const address = /(http:\/\/\S+)\s/.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

function answeredIn(page: Page): Answered {
  return async <Name extends OperationName>(name: Name, input: unknown): Promise<OutputOf<Name>> => {
    const reply = await page.evaluate(
      async ([operation, given]) => {
        const headers = { 'Content-Type': 'application/json', 'X-Workbook': '1' };
        const answer = await fetch(`/api/${String(operation)}`, {
          method: 'POST',
          headers,
          body: JSON.stringify(given),
        });
        // The server answers by the contract.
        return (await answer.json()) as unknown;
      },
      [name, input] as const,
    );
    const typed = reply as Reply<OutputOf<Name>>;
    if (!typed.ok) throw new Error(`${name}: ${typed.error.code}: ${typed.error.message}`);
    return typed.value;
  };
}

describe('the program for a browser, in a network without a way out', () => {
  it('answers on 127.0.0.1 and makes no attempt to reach any address', async () => {
    const page = await browser.newPage();
    await page.goto(await printedAddress());
    const answered = answeredIn(page);
    const exported = path.join(data.folder, 'Workbook.xlsx');
    await useWholeWorkbook(page, (name, input) =>
      answered(name, name === 'start-export' ? { ...input, path: exported } : input),
    );
    signalServer('SIGTERM');
    await ended;
    expect(server.exitCode).toBe(0);
    const written = readFileSync(trace, 'utf8');
    expect(written).toMatch(/bind\(.*sin_addr=inet_addr\("127\.0\.0\.1"\)/);
    expect(written).not.toMatch(/inet_addr\("0\.0\.0\.0"\)/);
    expect(networkAttempts(written)).toEqual([]);
  });
});
