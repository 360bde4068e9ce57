import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { ProtocolResponse } from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listPageFiles } from '../../electron/ipc/pageFiles.ts';
import { answerPageRequests, type AnswerPageRequest } from '../../electron/shell/appProtocol.ts';
import { foreignAddresses } from './foreignAddresses.ts';

let folder: string;
let answer: AnswerPageRequest;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-scheme-'));
  mkdirSync(path.join(folder, 'page/assets'), { recursive: true });
  writeFileSync(path.join(folder, 'page/index.html'), '<title>Workbook</title>');
  writeFileSync(path.join(folder, 'page/assets/index-1.css'), 'body {}');
  writeFileSync(path.join(folder, 'outside.html'), 'outside');
  answer = answerPageRequests(listPageFiles(path.join(folder, 'page')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notFound = { error: -6 };

function asked(url: string, method = 'GET'): ProtocolResponse {
  let answered: ProtocolResponse = {};
  answer({ url, method }, (response) => (answered = response));
  return answered;
}

describe('the page’s own scheme', () => {
  it('answers with the built file and the Content-Security-Policy', () => {
    const { path: file, headers } = asked('app://workbook/index.html#/walk');
    expect(file).toBe(path.join(folder, 'page/index.html'));
    expect(headers?.['Content-Security-Policy']).toMatch(/^default-src 'none'/);
    expect(headers?.['Cache-Control']).toBe('no-store');
    expect(asked('app://workbook/assets/index-1.css').path).toBe(
      path.join(folder, 'page/assets/index-1.css'),
    );
  });

  it('keeps the window’s process: nothing parts the page from an opener that it can’t have', () => {
    expect(Object.keys(asked('app://workbook/index.html').headers ?? {})).not.toContain(
      'Cross-Origin-Opener-Policy',
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
  ])('has nothing at %s', (address) => {
    expect(asked(`app://workbook/${address}`)).toEqual(notFound);
  });

  it.each(foreignAddresses)('has nothing at %s', (address) => {
    expect(asked(address)).toEqual(notFound);
  });

  it('only gives', () => {
    expect(asked('app://workbook/index.html', 'POST')).toEqual(notFound);
  });
});
