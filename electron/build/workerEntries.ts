import { readdirSync } from 'node:fs';
import path from 'node:path';

import { projectFolder } from './projectFolder.ts';

/**
 * Every file of the core that runs as a thread of its own, as name → absolute path.
 * A worker is found by its name: `electron/**\/<something>Worker.ts`. Two of one name would overwrite each other
 * in `dist/`, so that is an error.
 */
export function workerEntries(): Record<string, string> {
  const entries: Record<string, string> = {};
  const core = path.join(projectFolder, 'electron');
  for (const file of readdirSync(core, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('Worker.ts')) continue;
    const name = path.basename(file, '.ts');
    if (entries[name] !== undefined) throw new Error(`Two workers are called ${name}`);
    entries[name] = path.join(core, file);
  }
  return entries;
}
