import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { IpcMain } from 'electron';
import { describe, expect, it, vi } from 'vitest';

import { appScheme } from '../../electron/shell/appProtocol.ts';
import { createDesktop } from '../../electron/shell/desktop.ts';
import { operationNames } from '../../shared/api/operationNames.ts';
import { grantName } from '../../electron/shell/channels.ts';
import { grantedFiles } from '../../electron/shell/grantedFiles.ts';
import { bridgeOperations } from '../../electron/shell/operationsBridge.ts';
import { isPageAddress, startAddress } from '../../electron/shell/pageAddress.ts';
import { fakeLogger } from '../ipc/fakeServices.ts';
import { foreignAddresses } from './foreignAddresses.ts';
import { heldRecorder, options, projectFolder, recorder, sources } from './shellPolicy.ts';

describe('Electron security point 12: webview options', () => {
  it('lets no webview be attached, whatever its options', () => {
    const event = { preventDefault: vi.fn() };
    heldRecorder().call('will-attach-webview', event, {}, {});
    expect(event.preventDefault).toHaveBeenCalled();
  });
});

describe('Electron security point 13: navigation', () => {
  it.each(foreignAddresses)('does not go to %s', (address) => {
    expect(isPageAddress(address)).toBe(false);
    for (const happening of ['will-navigate', 'will-redirect']) {
      const event = { preventDefault: vi.fn() };
      heldRecorder().call(happening, event, address);
      expect(event.preventDefault).toHaveBeenCalled();
    }
    const event = { preventDefault: vi.fn(), url: address, isMainFrame: true };
    heldRecorder().call('will-frame-navigate', event);
    expect(event.preventDefault).toHaveBeenCalled();
  });

  it('lets the page load itself anew, whatever its screen, and never in a frame', () => {
    const reload = { preventDefault: vi.fn() };
    heldRecorder().call('will-navigate', reload, `${startAddress}#/walk`);
    expect(reload.preventDefault).not.toHaveBeenCalled();
    const inFrame = { preventDefault: vi.fn(), url: startAddress, isMainFrame: false };
    heldRecorder().call('will-frame-navigate', inFrame);
    expect(inFrame.preventDefault).toHaveBeenCalled();
  });

  it('does not go to a file that is dropped on it', () => {
    expect(options().webPreferences?.navigateOnDragDrop).toBe(false);
  });
});

describe('Electron security point 14: new windows', () => {
  it.each([...foreignAddresses, startAddress, 'about:blank'])('opens none for %s', (url) => {
    expect(heldRecorder().call('setWindowOpenHandler', { url })).toEqual({ action: 'deny' });
  });
});

describe('Electron security point 15: opening things outside', () => {
  it('never opens an address', () => expect(sources('electron')).not.toContain('openExternal'));

  it.each([
    '/w/a.exe',
    '/w/a.docm',
    '/w/a.html',
    '/w/a.svg',
    '/w/a.lnk',
    '/w/a.pdf.exe',
    '/w/a',
    'a.pdf',
    'https://x/a.pdf',
    '/w/a.zip',
  ])('does not open %s', async (file) => {
    const openPath = vi.fn(() => Promise.resolve(''));
    const desktop = createDesktop({ openPath, showItemInFolder: vi.fn() }, () => true);
    await expect(desktop.openFile(file)).rejects.toMatchObject({ code: 'file-kind' });
    expect(openPath).not.toHaveBeenCalled();
  });

  it('opens a document, and says so when no program did', async () => {
    const openPath = vi.fn(() => Promise.resolve(''));
    await createDesktop({ openPath, showItemInFolder: vi.fn() }, () => true).openFile('/w/Report.PDF');
    expect(openPath).toHaveBeenCalledWith('/w/Report.PDF');
    const failing = createDesktop(
      {
        openPath: () => Promise.resolve('No application'),
        showItemInFolder: vi.fn(),
      },
      () => true,
    );
    await expect(failing.openFile('/w/a.pdf')).rejects.toMatchObject({ code: 'not-here' });
  });

  it.each(['\\\\evil\\share\\a.pdf', '//evil/share/a.pdf', 'smb://evil/a.pdf', 'a.pdf'])(
    'shows no place on another computer, such as %s',
    async (file) => {
      const showItemInFolder = vi.fn();
      const desktop = createDesktop({ openPath: vi.fn(), showItemInFolder }, () => false);
      await expect(desktop.showInFolder(file)).rejects.toMatchObject({ code: 'not-found' });
      expect(showItemInFolder).not.toHaveBeenCalled();
    },
  );

  it('shows a share that the person has just saved to, and any folder of this computer', async () => {
    const showItemInFolder = vi.fn();
    const chosen = createDesktop({ openPath: vi.fn(), showItemInFolder }, () => true);
    await chosen.showInFolder('//server/share/Workbook.xlsx');
    await createDesktop({ openPath: vi.fn(), showItemInFolder }, () => false).showInFolder(
      '/out/Workbook.xlsx',
    );
    expect(showItemInFolder.mock.calls).toEqual([['//server/share/Workbook.xlsx'], ['/out/Workbook.xlsx']]);
  });
});

describe('Electron security point 16: a current Electron', () => {
  it('ships with a version that has the fixes of spring 2026', () => {
    const { devDependencies } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(45);
  });
});

describe('Electron security point 17: who sends a message', () => {
  const ours = { url: `${startAddress}#/walk`, parent: null };
  const senders: readonly (readonly [string, object | null])[] = [
    ['a frame that is gone', null],
    ['a frame within the page', { url: startAddress, parent: {} }],
    ...foreignAddresses.map((url): [string, object] => [url, { url, parent: null }]),
  ];

  function bridged() {
    const dispatch = vi.fn(() => Promise.resolve({ ok: true, value: 1 } as const));
    const recorded = recorder();
    const files = grantedFiles({ randomHex: () => 'token' });
    bridgeOperations(recorded.target as IpcMain, dispatch, files.grant, fakeLogger().logger);
    return {
      dispatch,
      files,
      call: (frame: object | null) =>
        recorded.call('workbook:call', { senderFrame: frame }, 'read-start', {}),
      drop: (frame: object | null, paths: unknown) =>
        recorded.call('workbook:call', { senderFrame: frame }, grantName, paths),
    };
  }

  it('answers the page', async () => {
    const { dispatch, call } = bridged();
    expect(await call(ours)).toEqual({ ok: true, value: 1 });
    expect(dispatch).toHaveBeenCalledWith('read-start', {});
  });

  it.each(senders)('refuses %s', async (_name, frame) => {
    const { dispatch, call } = bridged();
    expect(await call(frame)).toMatchObject({ ok: false });
    expect(dispatch).not.toHaveBeenCalled();
  });

  it('gives the preload a token for each dropped file that lies somewhere, good for one look', async () => {
    const { drop, dispatch, files } = bridged();
    expect(await drop(ours, ['/stick/one.cjpacket', '', 7])).toEqual(['token', null, null]);
    expect(await drop(ours, 'no list')).toEqual([]);
    expect([files.take('token'), files.take('token')]).toEqual(['/stick/one.cjpacket', undefined]);
    expect(dispatch).not.toHaveBeenCalled();
  });

  it.each(senders)('grants no file to %s', async (_name, frame) => {
    const { drop, files } = bridged();
    expect(await drop(frame, ['/stick/one.cjpacket'])).toMatchObject({ ok: false });
    expect(files.take('token')).toBeUndefined();
  });

  it('grants files by a name that no operation has, so that the page can’t name paths through one', () => {
    expect(operationNames.map(String).includes(grantName)).toBe(false);
  });

  it('is looked at in one place, because nothing else answers', () => {
    expect(sources('electron').match(/ipcMain\.handle\(/g)).toHaveLength(1);
  });
});

describe('Electron security point 18: a scheme of its own', () => {
  it('never loads a file by its path, and the scheme gets past no policy', () => {
    expect(sources('electron/shell')).not.toMatch(/loadFile\(|file:\/\//);
    expect(appScheme.privileges).toEqual({ standard: true, secure: true, supportFetchAPI: true });
  });
});

describe('Electron security point 20: what the page is given', () => {
  it('has functions with names, and nothing of Electron’s', () => {
    const preload = readFileSync(path.join(projectFolder, 'electron/preload.ts'), 'utf8');
    expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(preload).toContain(
      'Object.freeze({ operations: Object.freeze(operations), onBeforeClose, grantFiles })',
    );
    // The page hands over files; their paths are read by the preload and go to the main process alone.
    expect(preload.match(/getPathForFile\(/g)).toHaveLength(1);
    expect(preload).not.toMatch(/process\.|webFrame|shell\./);
  });

  it('has no developer’s tools in a packaged program', () => {
    expect(options(false).webPreferences?.devTools).toBe(false);
    expect(options(true).webPreferences?.devTools).toBe(true);
  });
});
