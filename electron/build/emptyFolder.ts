import { mkdirSync, rmSync } from 'node:fs';

/** Makes sure that a folder is there and that nothing of an earlier build is left in it. */
export function emptyFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
