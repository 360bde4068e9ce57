import { existsSync } from 'node:fs';

/** Where Linux shows one: under any common driver, under NVIDIA's own, and inside Windows. */
const linuxDevices = ['/dev/dri', '/dev/nvidia0', '/dev/dxg'];

/**
 * Whether it is certain that the computer has no graphics device, as a virtual machine often has none. Only Linux tells
 * without being asked through a driver; anywhere else, and in doubt, the answer is no.
 */
export function isWithoutGraphicsDevice(
  platform: NodeJS.Platform,
  exists: (device: string) => boolean = existsSync,
): boolean {
  return platform === 'linux' && !linuxDevices.some(exists);
}
