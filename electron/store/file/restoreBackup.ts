import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { readBackupSeal } from './backupSeal.ts';
import { parseBackupName } from './backupName.ts';
import { checkBackupFile } from './checkBackupFile.ts';
import { renameDurably, syncFile, syncFolder } from './durableFile.ts';
import { explainFileFailure } from './fileFailure.ts';
import { lockHolder } from './lockNote.ts';
import { refuseOpenHere } from './openHere.ts';
import { sha256OfFile } from './sha256.ts';
import { connectForWriting, isLockedElsewhere } from './storeConnection.ts';
import { companionEndings, workbookPaths, type WorkbookPaths } from './workbookPaths.ts';
import { changeProperties } from './workbookProperties.ts';

export type Restored = {
  /** The folder with the workbook as it stood before, or null when there was none. */
  readonly keptIn: string | null;
};

/**
 * Puts a verified backup in the place of the workbook, which must be closed. It works the same when that is damaged or gone.
 *
 * Nothing is copied over a file: the backup is verified and copied to a new name, what stands there is moved into
 * `before restoring <time>` with its log, and the new file gets the name. A log left beside the new file would be replayed
 * into it. The copy counts as a new one (`newReplica`): its edits must not be taken for those made after the backup.
 *
 * @throws WorkbookError `not-found`, `damaged` (the backup; everything stays as it is), `locked`, `disk-full`, `read-only`.
 */
export function restoreBackup(
  folder: string,
  backup: string,
  options: { readonly now: Date; readonly newReplica: string },
): Restored {
  const paths = workbookPaths(folder);
  refuseOpenHere(paths.database, folder);
  try {
    refuseOpenElsewhere(paths);
    prepareRestored(paths, verifiedBackup(paths, backup), options.newReplica);
    const keptIn = moveAside(paths, options.now);
    renameDurably(paths.restored, paths.database);
    return { keptIn };
  } catch (cause) {
    throw explainFileFailure(cause, folder);
  }
}

/** The file of a backup after reading it from end to end. @throws WorkbookError `not-found`, `damaged`. */
function verifiedBackup(paths: WorkbookPaths, name: string): string {
  const file = path.join(paths.backups, name);
  if (parseBackupName(name) === undefined || !existsSync(file)) {
    throw new WorkbookError(
      'not-found',
      `There is no backup ${name} in ${paths.backups}. Choose one from the list.`,
    );
  }
  const seal = readBackupSeal(file);
  if (seal === undefined || sha256OfFile(file) !== seal.sha256) {
    throw new WorkbookError(
      'damaged',
      `The backup ${name} is damaged or was never verified. Choose another one.`,
    );
  }
  checkBackupFile(file);
  return file;
}

/** The file gets the name by which `finishInterruptedRestore` knows it only when it is complete. */
function prepareRestored(paths: WorkbookPaths, backup: string, replica: string): void {
  mkdirSync(paths.work, { recursive: true });
  const place = mkdtempSync(path.join(paths.work, 'restoring-'));
  try {
    const copy = path.join(place, path.basename(paths.restored));
    copyFileSync(backup, copy);
    const database = connectForWriting(copy);
    try {
      changeProperties(database, { replica });
      database.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      database.close();
    }
    syncFile(copy);
    renameDurably(copy, paths.restored);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The database goes before its log: cut off between the two, `finishInterruptedRestore` knows what is left to do. */
function moveAside(paths: WorkbookPaths, now: Date): string | null {
  const found = ['', ...companionEndings].filter((ending) => existsSync(paths.database + ending));
  if (found.length === 0) return null;
  const kept = path.join(paths.folder, `before restoring ${now.toISOString().replaceAll(':', '.')}`);
  mkdirSync(kept, { recursive: true });
  for (const ending of found) {
    renameSync(paths.database + ending, path.join(kept, path.basename(paths.database) + ending));
    syncFolder(paths.folder);
  }
  syncFolder(kept);
  return kept;
}

function refuseOpenElsewhere(paths: WorkbookPaths): void {
  if (!existsSync(paths.database) || !isLockedElsewhere(paths.database)) return;
  throw new WorkbookError(
    'locked',
    `The workbook in ${paths.folder} is open ${lockHolder(paths.lockNote)}. Close it there first.`,
  );
}
