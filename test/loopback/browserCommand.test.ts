import { describe, expect, it } from 'vitest';

import { browserCommand } from '../../electron/loopback/browserCommand.ts';

const address = 'http://127.0.0.1:1/?token=a';

describe('opening the browser', () => {
  it('uses what the system has for it, without a shell', () => {
    expect(browserCommand(address, 'win32', {}, false)?.[0]).toBe('rundll32');
    expect(browserCommand(address, 'darwin', {}, false)).toEqual(['open', address]);
    expect(browserCommand(address, 'linux', { DISPLAY: ':0' }, false)).toEqual(['xdg-open', address]);
    expect(browserCommand(address, 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, false)?.[0]).toBe('xdg-open');
  });

  it('is not done without a screen, under CI or as root', () => {
    expect(browserCommand(address, 'linux', {}, false)).toBeNull();
    expect(browserCommand(address, 'linux', { DISPLAY: ':0', CI: 'true' }, false)).toBeNull();
    expect(browserCommand(address, 'linux', { DISPLAY: ':0' }, true)).toBeNull();
    expect(browserCommand(address, 'darwin', { CI: '1' }, false)).toBeNull();
  });
});
