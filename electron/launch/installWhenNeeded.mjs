import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Installs the packages that package-lock.json names, unless exactly those are there already.
 * Runs on the machine's own Node, before Node 24 is there. Throws with npm's exit status when npm fails.
 *
 * @param {string} projectFolder absolute path of the repository
 * @returns {boolean} whether anything had to be installed
 */
export function installWhenNeeded(projectFolder) {
  if (isInstalled(projectFolder)) return false;
  console.log('Installing packages (npm ci). This takes about a minute.');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // EBADENGINE warnings speak of the machine's Node, which runs nothing but this installation.
  const result = spawnSync(npm, ['ci', '--loglevel=error'], {
    cwd: projectFolder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    throw new Error(
      `The packages could not be installed (npm ci ended with ${result.status ?? result.signal ?? result.error?.message}).`,
    );
  }
  return true;
}

/**
 * @param {string} projectFolder
 * @returns {boolean} whether node_modules holds every package of the lock in its version, and a Node that starts
 */
export function isInstalled(projectFolder) {
  const wanted = packagesOf(path.join(projectFolder, 'package-lock.json'));
  const present = packagesOf(path.join(projectFolder, 'node_modules/.package-lock.json'));
  if (wanted === null || present === null) return false;
  for (const [folder, entry] of Object.entries(wanted)) {
    if (folder === '') continue;
    const found = present[folder];
    // A package for another platform is in the lock and rightly not on the disk.
    if (
      found === undefined
        ? !entry.optional
        : found.version !== entry.version || found.integrity !== entry.integrity
    ) {
      return false;
    }
  }
  return existsSync(nodeOf(projectFolder));
}

/**
 * @param {string} projectFolder
 * @returns {string} the Node 24 that the `node` package brings
 */
export function nodeOf(projectFolder) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return path.join(projectFolder, 'node_modules/node/bin', name);
}

/** @param {string} file */
function packagesOf(file) {
  if (!existsSync(file)) return null;
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
