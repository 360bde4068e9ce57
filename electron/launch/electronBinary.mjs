import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { nodeOf } from './installWhenNeeded.mjs';

const downloadLimitMs = 180_000;

/**
 * Electron's executable, if it is on this machine. Never imports `electron`: that starts its download.
 *
 * @param {string} projectFolder absolute path of the repository
 * @returns {string | null}
 */
export function electronBinary(projectFolder) {
  const electronFolder = path.join(projectFolder, 'node_modules/electron');
  const nameFile = path.join(electronFolder, 'path.txt');
  if (!existsSync(nameFile)) return null;
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(electronFolder, 'dist');
  const binary = path.join(folder, readFileSync(nameFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/**
 * Electron's executable, fetched by Electron's own installer when it is not there. One try, ended after three minutes.
 *
 * @param {string} projectFolder absolute path of the repository
 * @returns {string | null} null when it could not be fetched
 */
export function fetchElectron(projectFolder) {
  const present = electronBinary(projectFolder);
  if (present !== null) return present;
  console.log('Fetching Electron.');
  spawnSync(nodeOf(projectFolder), [path.join(projectFolder, 'node_modules/electron/install.js')], {
    cwd: projectFolder,
    // Its stack trace says less to a reader than the sentence that follows.
    stdio: 'ignore',
    timeout: downloadLimitMs,
  });
  return electronBinary(projectFolder);
}
