import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { renameDurably, syncFolder } from './durableFile.ts';
import { explainFileFailure } from './fileFailure.ts';
import { companionEndings, type WorkbookPaths } from './workbookPaths.ts';

/**
 * Carries out what a restoration that was cut off had left to do, or undoes what it had begun.
 *
 * Its file is complete and verified. With the database still in its place the restoration had changed nothing yet, and the
 * file is removed. With the database moved away, or gone before, what is left of the old log follows the old database, then
 * the file gets the name.
 */
export function finishInterruptedRestore(paths: WorkbookPaths): void {
  if (!existsSync(paths.restored)) return;
  try {
    if (existsSync(paths.database)) {
      rmSync(paths.restored);
      return;
    }
    const kept = newestKept(paths);
    mkdirSync(kept, { recursive: true });
    for (const ending of companionEndings.filter((name) => existsSync(paths.database + name))) {
      renameSync(paths.database + ending, path.join(kept, path.basename(paths.database) + ending));
    }
    syncFolder(paths.folder);
    syncFolder(kept);
    renameDurably(paths.restored, paths.database);
  } catch (cause) {
    throw explainFileFailure(cause, paths.folder);
  }
}

function newestKept(paths: WorkbookPaths): string {
  const [newest] = readdirSync(paths.folder)
    .filter((name) => name.startsWith('before restoring '))
    .toSorted()
    .toReversed();
  return path.join(paths.folder, newest ?? 'before restoring');
}
