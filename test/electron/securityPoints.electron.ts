import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { callOperation } from './callOperation.ts';
import { kill, type RunningWorkbook, startWorkbook, temporaryFolder } from './runningWorkbook.ts';

const data = temporaryFolder();
let running: RunningWorkbook;

beforeAll(async () => {
  running = await startWorkbook(data.folder);
});
afterAll(async () => {
  await kill(running);
  data.remove();
});

describe('Electron security point 1: only secure content', () => {
  it('is a secure page of the program’s own scheme', async () => {
    expect(await running.page.evaluate(() => [location.protocol, location.host, isSecureContext])).toEqual([
      'app:',
      'workbook',
      true,
    ]);
  });
});

describe('Electron security point 2: no Node in the page', () => {
  it('has nothing of Node', async () => {
    const kinds = await running.page.evaluate(
      '[typeof require, typeof process, typeof module, typeof Buffer, typeof global, typeof __dirname]',
    );
    expect(kinds).toEqual(Array(6).fill('undefined'));
  });
});

describe('Electron security points 3, 4, 6, 8, 9, 10, 11: the window’s own settings', () => {
  it.each([
    ['point 3: context isolation is on', 'contextIsolation', true],
    ['point 4: the sandbox is on', 'sandbox', true],
    ['point 6: web security is on', 'webSecurity', true],
    ['point 8: insecure content is not allowed', 'allowRunningInsecureContent', false],
    ['point 9: experimental features are off', 'experimentalFeatures', false],
    ['point 10: no Blink feature is enabled', 'enableBlinkFeatures', ''],
    ['point 11: there is no webview', 'webviewTag', false],
  ] as const)('%s', async (_point, setting, value) => {
    const settings = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // Not in Electron's types, but the only place that tells what the window was really made with.
      return (
        contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      ).getLastWebPreferences();
    });
    expect(settings[setting] ?? '').toBe(value);
  });
});

describe('Electron security point 5: permissions', () => {
  it.each([
    'geolocation',
    'notifications',
    'midi',
    'camera',
    'microphone',
    'clipboard-read',
    'persistent-storage',
  ])('refuses %s', async (name) => {
    const state = await running.page.evaluate(
      (permission) =>
        navigator.permissions.query({ name: permission as PermissionName }).then((status) => status.state),
      name,
    );
    expect(state).toBe('denied');
  });

  it('refuses camera, screen and position when they are used', async () => {
    const failures = await running.page.evaluate(`(async () => {
      const name = (promise) => promise.then(() => 'allowed', (error) => error.name);
      return [
        await name(navigator.mediaDevices.getUserMedia({ video: true })),
        await name(navigator.mediaDevices.getDisplayMedia()),
        await new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('allowed'), () => resolve('refused'))),
        await Notification.requestPermission(),
      ];
    })()`);
    expect(failures).not.toContain('allowed');
    expect(failures).not.toContain('granted');
  });
});

describe('Electron security point 12: webview', () => {
  it('has no webview element', async () => {
    const kind = await running.page.evaluate(
      "(() => { const w = document.createElement('webview'); w.setAttribute('src', 'https://example.org/'); document.body.append(w); return [w.constructor.name, typeof w.loadURL]; })()",
    );
    expect(kind).toEqual(['HTMLElement', 'undefined']);
    expect(await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });
});

describe('Electron security point 13: navigation', () => {
  it.each([
    "location.href = 'https://example.org/'",
    "location.href = 'file:///etc/passwd'",
    "location.href = 'data:text/html,hello'",
    "location.href = 'app://workbook.evil/index.html'",
    "location.href = 'app://workbook/package.json'",
    "location.assign(URL.createObjectURL(new Blob(['hello'], { type: 'text/html' })))",
    "(() => { const a = document.createElement('a'); a.href = 'https://example.org/'; document.body.append(a); a.click(); })()",
  ])('stays after %s', async (action) => {
    await running.page.evaluate(action).catch(() => undefined);
    await running.page.waitForTimeout(150);
    expect(new URL(running.page.url()).href.split('#')[0]).toBe('app://workbook/index.html');
    expect((await callOperation(running.page, 'read-start', {})).ok).toBe(true);
  });
});

describe('Electron security point 14: new windows', () => {
  it.each(['https://example.org/', 'about:blank', 'app://workbook/index.html', ''])(
    'opens none for “%s”',
    async (address) => {
      expect(await running.page.evaluate((url) => window.open(url) === null, address)).toBe(true);
      expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    },
  );
});

describe('Electron security point 17: who sends a message', () => {
  it('refuses a window that shows something else, though it has the preload', async () => {
    const reply = await running.app.evaluate(async ({ BrowserWindow, app }) => {
      const preload = `${app.getAppPath()}/dist/preload.cjs`;
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await other.loadURL('about:blank');
      const script = "window.workbookHost.operations['read-start']({})";
      const answer: unknown = await other.webContents.executeJavaScript(script);
      other.destroy();
      return answer;
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-here' } });
    expect((await callOperation(running.page, 'read-start', {})).ok).toBe(true);
  });
});

describe('Electron security point 18: a scheme of its own', () => {
  it.each([
    'file:///etc/passwd',
    'app://workbook/../main.cjs',
    'app://workbook/%2e%2e/main.cjs',
    'app://workbook/main.cjs',
  ])('reads nothing from %s', async (address) => {
    const status = await running.page.evaluate(
      (url) =>
        fetch(url).then(
          (answer) => answer.status,
          () => 0,
        ),
      address,
    );
    expect([0, 404]).toContain(status);
  });
});

describe('Electron security point 20: what the page is given', () => {
  it('is one function for each operation, one for closing and one for dropped files, none of which can be replaced', async () => {
    const shape = await running.page.evaluate(`(() => {
      const host = window.workbookHost;
      'use strict';
      try { host.operations['read-start'] = () => 1; } catch { /* Frozen in strict code. */ }
      try { window.workbookHost = {}; } catch { /* Not to be written either. */ }
      return {
        keys: Object.keys(host),
        kinds: [...new Set(Object.values(host.operations).map((one) => typeof one))],
        frozen: [Object.isFrozen(host), Object.isFrozen(host.operations)],
        same: window.workbookHost === host,
        electron: ['ipcRenderer', 'electron', 'require', 'contextBridge'].filter((name) => name in window || name in host),
      };
    })()`);
    expect(shape).toEqual({
      keys: ['operations', 'onBeforeClose', 'grantFiles'],
      kinds: ['function'],
      frozen: [true, true],
      same: true,
      electron: [],
    });
    expect((await callOperation(running.page, 'read-start', {})).ok).toBe(true);
  });

  it('refuses an operation with a field too many, and one that no page may ask for', async () => {
    // Not what the types allow, which is the point.
    expect(await callOperation(running.page, 'read-start', { more: 1 } as never)).toMatchObject({
      ok: false,
    });
    const reply = await callOperation(running.page, 'attach-from-path', {
      evidence: 'a',
      path: '/etc/passwd',
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-here' } });
  });
});

describe('the main process', () => {
  it('has no network of Node’s either', async () => {
    const outcomes = await running.app.evaluate(() => {
      const load = (name: string) => process.mainModule?.require(name);
      const messageOf = (use: () => unknown): string => {
        try {
          use();
          return 'worked';
        } catch (cause) {
          return cause instanceof Error ? cause.message : 'failed';
        }
      };
      return [
        messageOf(() => fetch('http://127.0.0.1:9/')),
        messageOf(() => load('node:net').connect(9, '127.0.0.1')),
        messageOf(() => load('node:http').get('http://127.0.0.1:9/')),
        messageOf(() => load('node:dgram').createSocket('udp4')),
        messageOf(() => load('node:dns').lookup('example.org', () => undefined)),
      ];
    });
    expect(outcomes).toEqual(Array(5).fill('The workbook does not use the network'));
  });
});
