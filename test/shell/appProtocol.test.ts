import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listPageFiles } from '../../electron/ipc/pageFiles.ts';
import { answerPageRequests } from '../../electron/shell/appProtocol.ts';
import { foreignAddresses } from './foreignAddresses.ts';

let folder: string;
let answer: (request: Request) => Promise<Response>;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-scheme-'));
  mkdirSync(path.join(folder, 'page/assets'), { recursive: true });
  writeFileSync(path.join(folder, 'page/index.html'), '<title>Workbook</title>');
  writeFileSync(path.join(folder, 'page/assets/index-1.css'), 'body {}');
  writeFileSync(path.join(folder, 'outside.html'), 'outside');
  answer = answerPageRequests(listPageFiles(path.join(folder, 'page')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Not `new Request`: Node's takes some of these addresses for another than Electron would hand over. */
const asked = (url: string, method = 'GET') => answer({ url, method } as Request);

describe('the page’s own scheme', () => {
  it('answers the built files with their kind and the Content-Security-Policy', async () => {
    const start = await asked('app://workbook/index.html#/walk');
    expect(start.status).toBe(200);
    expect(await start.text()).toBe('<title>Workbook</title>');
    expect(start.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(start.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await asked('app://workbook/assets/index-1.css')).headers.get('content-type')).toBe(
      'text/css; charset=utf-8',
    );
  });

  it.each([
    '../outside.html',
    '..%2foutside.html',
    '%2e%2e/outside.html',
    '..%5coutside.html',
    'assets/../../outside.html',
    'assets',
    'assets/',
    '/etc/passwd',
    'etc/passwd',
    'index.html%00.css',
    'INDEX.HTML',
    'C:/Windows/win.ini',
    '....//outside.html',
  ])('has nothing at %s', async (address) => {
    const reply = await asked(`app://workbook/${address}`);
    expect(reply.status).toBe(404);
    expect(await reply.text()).toBe('');
  });

  it.each(foreignAddresses)('has nothing at %s', async (address) => {
    expect((await asked(address)).status).not.toBe(200);
  });

  it('only gives', async () => {
    expect((await asked('app://workbook/index.html', 'POST')).status).toBe(405);
  });
});
