import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { syncFile, syncFolder } from './durableFile.ts';
import { companionEndings, type WorkbookPaths } from './workbookPaths.ts';

/** Others than the copy just made; older ones are removed, as each may be as large as the workbook. */
const OTHERS_KEPT = 2;

/** Whether the program that had the workbook open last did not close it: its log is still beside it. */
export function wasLeftOpen(paths: WorkbookPaths): boolean {
  return companionEndings.some((ending) => existsSync(paths.database + ending));
}

/**
 * Copies the database and its log, as they were found, into a folder of their own under `recovery/`, and answers that
 * folder. Opening replays the log into the database; were that to go wrong, this copy is the only way back.
 *
 * No connection to the workbook may be open in this process.
 */
export function keepForRecovery(paths: WorkbookPaths, now: Date): string {
  const kept = path.join(paths.recovery, now.toISOString().replaceAll(':', '.'));
  mkdirSync(kept, { recursive: true });
  for (const ending of ['', ...companionEndings]) {
    if (!existsSync(paths.database + ending)) continue;
    const copy = path.join(kept, path.basename(paths.database) + ending);
    copyFileSync(paths.database + ending, copy);
    syncFile(copy);
  }
  syncFolder(kept);
  // By its name a copy made after the clock was set back looks like the oldest.
  const others = readdirSync(paths.recovery).filter((name) => name !== path.basename(kept));
  for (const old of others.toSorted().slice(0, -OTHERS_KEPT)) {
    rmSync(path.join(paths.recovery, old), { recursive: true, force: true });
  }
  return kept;
}
