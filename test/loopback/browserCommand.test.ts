import { describe, expect, it } from 'vitest';

import { browserCommand } from '../../electron/loopback/browserCommand.ts';

describe('opening the browser', () => {
  it('uses what the system has for it, without a shell', () => {
    expect(browserCommand('win32', {}, false)?.[0]).toBe('rundll32');
    expect(browserCommand('darwin', {}, false)).toEqual(['open']);
    expect(browserCommand('linux', { DISPLAY: ':0' }, false)).toEqual(['xdg-open']);
    expect(browserCommand('linux', { WAYLAND_DISPLAY: 'wayland-0' }, false)?.[0]).toBe('xdg-open');
  });

  it('is not done without a screen, under CI or as root', () => {
    expect(browserCommand('linux', {}, false)).toBeNull();
    expect(browserCommand('linux', { DISPLAY: ':0', CI: 'true' }, false)).toBeNull();
    expect(browserCommand('linux', { DISPLAY: ':0' }, true)).toBeNull();
    expect(browserCommand('darwin', { CI: '1' }, false)).toBeNull();
  });
});
