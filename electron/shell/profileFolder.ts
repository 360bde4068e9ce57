import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * The folder for Chromium's own files, made when it is not there.
 *
 * Without one that can be written Chromium takes itself for a second start and ends without a word. So where the data
 * folder can't be written it gets a temporary one, and the first screen can say what is wrong.
 */
export function profileFolder(dataFolder: string): string {
  const folder = path.join(dataFolder, 'window');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(path.join(os.tmpdir(), 'workbook-window-'));
  }
}
