import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The absolute path of a program on the search path; null when there is none of that name. */
export function findProgram(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    if (isExecutable(file)) return file;
  }
  return null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there or not ours to run: for a search both mean "look further".
    return false;
  }
}
