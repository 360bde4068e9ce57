import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { contentSecurityPolicy } from '../../electron/ipc/contentSecurityPolicy.ts';
import { appScheme } from '../../electron/shell/appProtocol.ts';
import { networkSwitches } from '../../electron/shell/networkSwitches.ts';
import { isAllowedRequest, startAddress } from '../../electron/shell/pageAddress.ts';
import { foreignAddresses } from './foreignAddresses.ts';
import { options, projectFolder, shutRecorder, sources } from './shellPolicy.ts';

describe('Electron security point 1: only secure content', () => {
  it('loads the page from its own scheme, which is a secure one', () => {
    expect(startAddress).toBe('app://workbook/index.html');
    expect(appScheme.privileges).toMatchObject({ standard: true, secure: true });
  });

  it.each(foreignAddresses)('lets no request go to %s', (address) => {
    const cancel = vi.fn();
    shutRecorder().call('onBeforeRequest', { url: address }, cancel);
    expect(cancel).toHaveBeenCalledWith({ cancel: true });
  });

  it('lets the page’s own files and pictures through', () => {
    for (const url of [startAddress, 'app://workbook/assets/index-1.js', 'blob:app://workbook/3c0f']) {
      const cancel = vi.fn();
      shutRecorder().call('onBeforeRequest', { url }, cancel);
      expect(cancel).toHaveBeenCalledWith({ cancel: false });
    }
    expect(isAllowedRequest('blob:https://example.org/3c0f')).toBe(false);
  });
});

describe('Electron security point 2: no Node in the page', () => {
  it('has it off in the page, its workers and its frames', () => {
    expect(options().webPreferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });
});

describe('Electron security point 3: context isolation', () => {
  it('is on', () => expect(options().webPreferences?.contextIsolation).toBe(true));
});

describe('Electron security point 4: sandbox', () => {
  it('is on for the window and, but for root on Linux, for every process', () => {
    expect(options().webPreferences?.sandbox).toBe(true);
    const source = readFileSync(path.join(projectFolder, 'electron/shell/prepareApp.ts'), 'utf8');
    expect(source).toContain('if (!runsAsRootOnLinux()) app.enableSandbox();');
  });

  it('is given up by no script but for root on Linux', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
    expect(JSON.stringify(scripts)).not.toContain('no-sandbox');
    const launch = sources('electron/launch');
    for (const line of launch.split('\n').filter((one) => one.includes('--no-sandbox')))
      expect(line).toContain('asRoot ?');
  });
});

describe('Electron security point 5: permissions', () => {
  const permissions =
    'accessibility-events clipboard-read clipboard-sanitized-write display-capture fullscreen geolocation hid idle-detection ' +
    'media mediaKeySystem midi midiSysex notifications openExternal pointerLock keyboardLock serial speaker-selection ' +
    'storage-access top-level-storage-access usb window-management fileSystem deprecated-sync-clipboard-read unknown';

  it.each(permissions.split(' '))('refuses %s, asked for or looked up', (permission) => {
    const answer = vi.fn();
    shutRecorder().call('setPermissionRequestHandler', null, permission, answer);
    expect(answer).toHaveBeenCalledWith(false);
    expect(shutRecorder().call('setPermissionCheckHandler', null, permission)).toBe(false);
  });

  it('gives out no device and no picture of the screen, and downloads nothing', () => {
    expect(shutRecorder().call('setDevicePermissionHandler', { deviceType: 'usb' })).toBe(false);
    const answer = vi.fn();
    shutRecorder().call('setDisplayMediaRequestHandler', {}, answer);
    expect(answer).toHaveBeenCalledWith({});
    const event = { preventDefault: vi.fn() };
    shutRecorder().call('will-download', event);
    expect(event.preventDefault).toHaveBeenCalled();
  });
});

describe('Electron security points 6, 8, 9, 10 and 11: what weakens the page', () => {
  it('point 6: web security is on', () => expect(options().webPreferences?.webSecurity).toBe(true));
  it('point 8: insecure content is not allowed', () => {
    expect(options().webPreferences?.allowRunningInsecureContent).toBe(false);
  });
  it('point 9: experimental features are off', () =>
    expect(options().webPreferences?.experimentalFeatures).toBe(false));
  it('point 10: no Blink feature is enabled', () => {
    expect(options().webPreferences).not.toHaveProperty('enableBlinkFeatures');
    expect(networkSwitches.map(([name]) => name).filter((name) => name.startsWith('enable'))).toEqual([]);
  });
  it('point 11: there is no webview, and so none that could open windows', () => {
    expect(options().webPreferences?.webviewTag).toBe(false);
    expect(sources('renderer')).not.toMatch(/<webview|allowpopups/i);
  });
});

describe('Electron security point 7: Content-Security-Policy', () => {
  it('starts from nothing and allows the page’s own files alone', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none';/);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|data:|wasm/);
    for (const directive of [
      "script-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(contentSecurityPolicy.split('; ')).toContain(directive);
    }
  });
});

describe('the network', () => {
  it('is taken from Chromium before it starts', () => {
    const names = networkSwitches.map(([name]) => name);
    expect(networkSwitches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
    expect(networkSwitches).toContainEqual(['proxy-server', 'http://127.0.0.1:9']);
    for (const name of [
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'no-pings',
    ]) {
      expect(names).toContain(name);
    }
  });

  it('is not used for spelling', () => {
    expect(options().webPreferences?.spellcheck).toBe(false);
    const session = shutRecorder();
    expect(session.call('setSpellCheckerEnabled')).toBe(false);
    expect(session.call('setSpellCheckerLanguages')).toEqual([]);
    expect(session.call('setSpellCheckerDictionaryDownloadURL')).toBe('app://none/');
  });
});
