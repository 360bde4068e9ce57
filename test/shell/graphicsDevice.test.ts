import { describe, expect, it } from 'vitest';
import { isWithoutGraphicsDevice } from '../../electron/shell/graphicsDevice.ts';

const only = (device: string) => (asked: string) => asked === device;

describe('looking for a graphics device before the window is made', () => {
  it('is certain that there is none on Linux, where no device is shown', () => {
    expect(isWithoutGraphicsDevice('linux', () => false)).toBe(true);
  });

  it.each(['/dev/dri', '/dev/nvidia0', '/dev/dxg'])('takes %s for one', (device) => {
    expect(isWithoutGraphicsDevice('linux', only(device))).toBe(false);
  });

  it.each(['win32', 'darwin'] as const)('leaves it to Chromium on %s', (platform) => {
    expect(isWithoutGraphicsDevice(platform, () => false)).toBe(false);
  });
});
