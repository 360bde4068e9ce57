import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { nodeOf } from './installWhenNeeded.mjs';

const sources = ['electron', 'renderer', 'shared', 'assets', 'package.json', 'package-lock.json'];

/**
 * Builds `dist/` when a source is newer than it. Throws when the build fails.
 *
 * @param {string} projectFolder absolute path of the repository
 */
export function buildWhenStale(projectFolder) {
  if (isFresh(projectFolder)) return;
  console.log('Building.');
  const result = spawnSync(nodeOf(projectFolder), ['electron/build/main.ts'], {
    cwd: projectFolder,
    stdio: 'inherit',
  });
  if (result.status !== 0) throw new Error('The build failed; the reason is above.');
}

/** @param {string} projectFolder */
function isFresh(projectFolder) {
  const mark = path.join(projectFolder, 'dist/built.json');
  if (!existsSync(mark)) return false;
  const builtAt = statSync(mark).mtimeMs;
  return sources.every((source) => newestChange(path.join(projectFolder, source)) < builtAt);
}

/**
 * The newest time in a folder, its own included: removing a file changes only its folder.
 *
 * @param {string} entry
 * @returns {number} milliseconds; 0 when there is no such entry
 */
function newestChange(entry) {
  const stats = statSync(entry, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(entry).map((name) => newestChange(path.join(entry, name))));
}
