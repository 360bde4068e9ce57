import { rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { backUpToSecondFolder } from './backUpToSecondFolder.ts';
import type { BackupReason } from './backupName.ts';
import { isUnchangedSince } from './checkBackupFile.ts';
import { checkBackupInBackground } from './checkBackupInBackground.ts';
import { copyDatabase, type CopyOptions } from './copyDatabase.ts';
import { explainFileFailure } from './fileFailure.ts';
import { listBackups, type StoredBackup } from './listBackups.ts';
import { makePart } from './makePart.ts';
import { storeBackup, unfinishedBackup } from './storeBackup.ts';
import { workbookPaths } from './workbookPaths.ts';
import { readProperties } from './workbookProperties.ts';

export type BackupOptions = CopyOptions & {
  /** A further place for each backup, such as a folder on another drive, or null. */
  readonly secondFolder?: string | null;
};

export type BackupOutcome = {
  readonly backup: StoredBackup;
  /** False when nothing had changed since the newest backup, which is then the one named. */
  readonly made: boolean;
  /** Why the copy in the second folder could not be made, as a sentence, or null. The first is sound all the same. */
  readonly secondFolderProblem: string | null;
};

/**
 * Makes a verified backup of the open workbook while it goes on being used: copy, sync, read the copy from end to end,
 * and only then give it the name of a backup. Backups are rotated by backupsToRemove.ts.
 *
 * Attachments are not copied into backups. They are kept under the fingerprint of their content, never changed, and never
 * deleted while a backup refers to them; so every backup finds them where they are.
 *
 * @throws WorkbookError `damaged` when the copy does not verify: older backups are then left as they are; `disk-full`,
 *   `read-only`, `cancelled`.
 */
export async function makeBackup(
  database: Database,
  folder: string,
  reason: BackupReason,
  clock: { readonly now: () => Date },
  options: BackupOptions = {},
): Promise<BackupOutcome> {
  const { backups } = workbookPaths(folder);
  const [newest] = listBackups(backups);
  if (newest?.content !== undefined && isUnchangedSince(database, newest.content)) {
    return {
      backup: newest,
      made: false,
      secondFolderProblem: copyToSecond(database, folder, newest, options, clock.now()),
    };
  }
  try {
    makePart(backups);
    const copy = unfinishedBackup(backups);
    try {
      const seal = await checkBackupInBackground(copy, copyDatabase(database, copy, options));
      const backup = storeBackup(copy, backups, reason, clock.now(), seal);
      return {
        backup,
        made: true,
        secondFolderProblem: copyToSecond(database, folder, backup, options, clock.now()),
      };
    } finally {
      rmSync(copy, { force: true });
    }
  } catch (cause) {
    throw explainFileFailure(cause, backups);
  }
}

function copyToSecond(
  database: Database,
  folder: string,
  backup: StoredBackup,
  options: BackupOptions,
  now: Date,
): string | null {
  if (options.secondFolder === undefined || options.secondFolder === null) return null;
  return backUpToSecondFolder(folder, readProperties(database).replica, backup, options.secondFolder, now);
}
