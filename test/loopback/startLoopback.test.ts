import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type LoopbackOptions, startLoopback } from '../../electron/loopback/startLoopback.ts';
import { visit } from './visit.ts';

let folder: string;
let pageFolder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-loopback-'));
  pageFolder = path.join(folder, 'page');
  mkdirSync(pageFolder);
  writeFileSync(path.join(pageFolder, 'index.html'), '<title>Workbook</title>');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withLoopback(
  options: Partial<LoopbackOptions>,
  use: (call: Awaited<ReturnType<typeof visit>>) => Promise<void>,
): Promise<void> {
  const dataFolder = path.join(folder, 'data');
  const server = await startLoopback({ dataFolder, pageFolder, checkOutput: true, ...options });
  try {
    await use(await visit(server.address));
  } finally {
    await server.stop();
  }
}

describe('the workbook for a browser', () => {
  it('has the real services behind it, and keeps what was saved from one run to the next', async () => {
    let workbookFolder = '';
    await withLoopback({}, async (call) => {
      expect(await call('read-start', {})).toMatchObject({ ok: true, value: { host: 'browser' } });
      const made = await call('create-workbook', { partnership: 'North', round: '2026-27', author: '' });
      expect(made).toMatchObject({ ok: true, value: { partnership: 'North' } });
      workbookFolder = (made['value'] as { folder: string }).folder;
      const saved = await call('add-evidence', { set: { title: 'A survey' } });
      expect(saved).toMatchObject({ ok: true });
    });
    expect(existsSync(path.join(workbookFolder, 'workbook.sqlite-wal'))).toBe(false);
    await withLoopback({}, async (call) => {
      await call('open-workbook', { folder: workbookFolder });
      expect(JSON.stringify(await call('search', { text: 'survey', limit: 5 }))).toContain('A survey');
    });
  });

  it('takes a test’s ports in place of its own', async () => {
    const dialogs = {
      chooseFolder: () => Promise.resolve('/chosen'),
      chooseFiles: () => Promise.resolve(null),
      chooseSavePath: () => Promise.resolve(null),
    };
    await withLoopback({ ports: { dialogs } }, async (call) => {
      expect(await call('choose-workbook', {})).toEqual({ ok: true, value: { folder: '/chosen' } });
    });
  });

  it('has no dialogs of its own and says what to do instead', async () => {
    await withLoopback({}, async (call) => {
      const reply = await call('choose-workbook', {});
      expect(reply).toMatchObject({
        ok: false,
        error: { code: 'not-here', message: expect.stringContaining('path') },
      });
    });
  });

  it('reads no file by its path for a page', async () => {
    await withLoopback({}, async (call) => {
      const reply = await call('attach-from-path', { evidence: 'a', path: '/etc/passwd' });
      expect(reply).toMatchObject({ ok: false, error: { code: 'not-here' } });
    });
  });

  it('says that the page was not built when it was not', async () => {
    rmSync(path.join(pageFolder, 'index.html'));
    await expect(startLoopback({ dataFolder: folder, pageFolder })).rejects.toThrow(/no index\.html/);
  });
});
