import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createDispatcher } from '../../electron/ipc/dispatcher.ts';
import { listPageFiles } from '../../electron/ipc/pageFiles.ts';
import { type LoopbackServer, serveLoopback } from '../../electron/loopback/serveLoopback.ts';
import { fakeLogger, fakeServices } from '../ipc/fakeServices.ts';

const token = '0123456789abcdef'.repeat(4);
const { services, calls } = fakeServices(() => ({ folder: '/chosen' }));
let folder: string;
let server: LoopbackServer;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-page-'));
  mkdirSync(path.join(folder, 'page/assets'), { recursive: true });
  writeFileSync(path.join(folder, 'page/index.html'), '<!doctype html><title>Workbook</title>');
  writeFileSync(path.join(folder, 'page/assets/index-1.js'), 'export {};');
  writeFileSync(path.join(folder, 'page/assets/secret.map'), '{}');
  writeFileSync(path.join(folder, 'outside.html'), 'outside');
  const dispatch = createDispatcher(services, fakeLogger().logger);
  server = await serveLoopback(listPageFiles(path.join(folder, 'page')), dispatch, token);
  port = Number(new URL(server.address).port);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Answer = { status: number; headers: Record<string, unknown>; text: string };
type Asking = { method?: string; path?: string; headers?: Record<string, string>; body?: string };

/** By hand, because fetch does not let a caller set Host, Origin or a path with `..`. */
function ask({ method = 'GET', path: address = '/', headers = {}, body }: Asking): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path: address, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asked.on('error', reject);
    asked.end(method === 'GET' ? undefined : body);
  });
}

const cookie = () => ({ Cookie: `workbook-${port}=${token}` });
const origin = () => `http://127.0.0.1:${port}`;
const goodHeaders = () => ({
  ...cookie(),
  Origin: origin(),
  'X-Workbook': '1',
  'Content-Type': 'application/json',
});

function askOperation(changed: Asking = {}): Promise<Answer> {
  return ask({
    method: 'POST',
    path: '/api/choose-workbook',
    headers: goodHeaders(),
    body: '{}',
    ...changed,
  });
}

describe('the loopback server', () => {
  it('listens on 127.0.0.1 and on no other address of the computer', async () => {
    const others = Object.values(os.networkInterfaces())
      .flat()
      .filter((one) => one !== undefined && one.family === 'IPv4' && !one.internal)
      .map((one) => one?.address ?? '');
    for (const host of [...others, '127.0.0.2', '::1']) {
      await expect(canConnect(host)).resolves.toBe(false);
    }
    await expect(canConnect('127.0.0.1', 60_000)).resolves.toBe(true);
  });

  it('exchanges the token of its address for a cookie that no script and no other site can use', async () => {
    const answer = await ask({ path: `/?token=${token}` });
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('/');
    expect(answer.headers['set-cookie']).toEqual([
      `workbook-${port}=${token}; HttpOnly; SameSite=Strict; Path=/`,
    ]);
  });

  it.each(['', 'f'.repeat(64), token.slice(1), `${token}0`])(
    'gives no cookie for the token “%s”',
    async (wrong) => {
      const answer = await ask({ path: `/?token=${wrong}` });
      expect(answer.status).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    },
  );

  it('lets in whoever opens an address for once first, and nobody after', async () => {
    let opened = 0;
    const code = 'c0de'.repeat(16);
    const { pathname, search } = new URL(server.addressForOnce(code, () => (opened += 1)));
    expect(search).not.toContain(token);
    expect((await ask({ path: `/?once=${'0'.repeat(64)}` })).status).toBe(403);
    const elsewhere = { Host: 'evil.example' };
    expect((await ask({ path: pathname + search, headers: elsewhere })).status).toBe(403);
    expect(opened).toBe(0);
    const answer = await ask({ path: pathname + search });
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']).toEqual([
      `workbook-${port}=${token}; HttpOnly; SameSite=Strict; Path=/`,
    ]);
    expect(answer.text).not.toContain(token);
    expect((await ask({ path: pathname + search })).status).toBe(403);
    expect(opened).toBe(1);
  });

  it('serves the built files, each with its kind and the Content-Security-Policy', async () => {
    for (const [address, kind] of [
      ['/', 'text/html'],
      ['/index.html', 'text/html'],
      ['/assets/index-1.js', 'text/javascript'],
    ]) {
      const answer = await ask({ path: address ?? '', headers: cookie() });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toContain(kind);
      expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it.each([
    '/../outside.html',
    '/..%2foutside.html',
    '/%2e%2e/outside.html',
    '/assets/../../outside.html',
    '/..\\outside.html',
    '/assets/secret.map',
    '/assets',
    '/assets/',
    '//etc/passwd',
    '/index.html%00',
    '/INDEX.HTML',
    '/etc/passwd',
  ])('has nothing at %s', async (address) => {
    const answer = await ask({ path: address, headers: cookie() });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('outside');
  });

  it('refuses files and operations without the cookie, or with another', async () => {
    expect((await ask({})).status).toBe(401);
    expect((await ask({ headers: { Cookie: `workbook-${port}=${'0'.repeat(64)}` } })).status).toBe(401);
    expect((await ask({ headers: { Cookie: `workbook-1=${token}` } })).status).toBe(401);
    const { Cookie: _left, ...headers } = goodHeaders();
    expect((await askOperation({ headers })).status).toBe(401);
  });

  it.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'refuses the Host %s',
    async (host) => {
      const named = host === 'localhost' ? `localhost:${port}` : host;
      expect((await ask({ headers: { ...cookie(), Host: named } })).status).toBe(403);
      expect((await ask({ path: `/?token=${token}`, headers: { Host: named } })).status).toBe(403);
      expect((await askOperation({ headers: { ...goodHeaders(), Host: named } })).status).toBe(403);
    },
  );

  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1', 'http://localhost'])(
    'refuses the Origin %s',
    async (foreign) => {
      expect((await askOperation({ headers: { ...goodHeaders(), Origin: foreign } })).status).toBe(403);
      expect((await ask({ headers: { ...cookie(), Origin: foreign } })).status).toBe(403);
    },
  );

  it('refuses an operation that names no Origin, that lacks the header, or that another page caused', async () => {
    const { Origin: _origin, ...withoutOrigin } = goodHeaders();
    expect((await askOperation({ headers: withoutOrigin })).status).toBe(403);
    const { 'X-Workbook': _header, ...withoutHeader } = goodHeaders();
    expect((await askOperation({ headers: withoutHeader })).status).toBe(400);
    expect(
      (await askOperation({ headers: { ...goodHeaders(), 'Sec-Fetch-Site': 'cross-site' } })).status,
    ).toBe(403);
    expect(
      (await askOperation({ headers: { ...goodHeaders(), 'Sec-Fetch-Site': 'same-site' } })).status,
    ).toBe(403);
  });

  it('refuses an operation asked for with GET, as a form, or with a body that is not JSON or far too long', async () => {
    expect((await askOperation({ method: 'GET' })).status).toBe(405);
    const form = { ...goodHeaders(), 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await askOperation({ headers: form })).status).toBe(415);
    expect((await askOperation({ body: '{' })).status).toBe(400);
    expect((await askOperation({ body: `"${'x'.repeat(22_000_000)}"` })).status).toBe(413);
    expect((await askOperation({ body: `"${'…'.repeat(6_400_000)}"` })).status).not.toBe(413);
  });

  it('answers an operation with its reply, and an unknown one with a refusal', async () => {
    const before = calls.length;
    const answer = await askOperation();
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ ok: true, value: { folder: '/chosen' } });
    expect(calls).toHaveLength(before + 1);
    expect(JSON.parse((await askOperation({ path: '/api/__proto__' })).text)).toMatchObject({ ok: false });
  });
});

/** Whether somebody answers within so many milliseconds; where nobody does, some hosts do not even refuse. */
function canConnect(host: string, timeout = 2_000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout });
    const done = (connected: boolean) => {
      socket.destroy();
      resolve(connected);
    };
    socket
      .on('connect', () => done(true))
      .on('error', () => done(false))
      .on('timeout', () => done(false));
  });
}
