import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseBackupName, type BackupName } from './backupName.ts';
import { readBackupSeal, type BackupContent } from './backupSeal.ts';
import { explainFileFailure, isMissing } from './fileFailure.ts';

export type StoredBackup = BackupName & {
  readonly bytes: number;
  /** Undefined when it was never verified, so that nothing is known of it. */
  readonly content: BackupContent | undefined;
};

/** The backups in a folder, newest first. An absent folder has none. */
export function listBackups(backupFolder: string): readonly StoredBackup[] {
  return namesIn(backupFolder)
    .flatMap((name) => parseBackupName(name) ?? [])
    .toSorted((left, right) => right.number - left.number)
    .map((backup) => {
      const file = path.join(backupFolder, backup.name);
      return { ...backup, bytes: statSync(file).size, content: readBackupSeal(file)?.content };
    });
}

/** Whether a folder holds any backup. */
export function hasBackups(backupFolder: string): boolean {
  return namesIn(backupFolder).some((name) => parseBackupName(name) !== undefined);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw explainFileFailure(cause, folder);
  }
}
