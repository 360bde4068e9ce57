import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { backupName, type BackupReason } from './backupName.ts';
import { sealPath, writeBackupSeal, type BackupSeal } from './backupSeal.ts';
import { backupsToRemove } from './backupsToRemove.ts';
import { renameDurably } from './durableFile.ts';
import { listBackups, type StoredBackup } from './listBackups.ts';

/** A name in the backup folder for a copy that is being made. */
export function unfinishedBackup(backupFolder: string): string {
  return path.join(backupFolder, `unfinished-${process.pid}-${Date.now()}.sqlite`);
}

/**
 * Gives a copy that was verified its name and seal, and lets go of the backups that are no longer kept. The seal is
 * written first: a backup with its name but without a seal would not be offered.
 */
export function storeBackup(
  verifiedCopy: string,
  backupFolder: string,
  reason: BackupReason,
  now: Date,
  seal: BackupSeal,
): StoredBackup {
  const before = listBackups(backupFolder);
  const backup = backupName((before[0]?.number ?? 0) + 1, now, reason);
  const file = path.join(backupFolder, backup.name);
  writeBackupSeal(file, backup.name, seal);
  renameDurably(verifiedCopy, file);
  removeOld(backupFolder, now);
  return (
    listBackups(backupFolder).find(({ name }) => name === backup.name) ?? {
      ...backup,
      bytes: 0,
      content: seal.content,
    }
  );
}

/** Removes what a program that was stopped in the middle of a backup left. Nobody else may have the workbook open. */
export function removeUnfinished(backupFolder: string): void {
  for (const name of readdirSync(backupFolder)) {
    const orphan =
      name.endsWith('.sha256') && !existsSync(path.join(backupFolder, name.replace(/\.sha256$/, '')));
    if (orphan || name.startsWith('unfinished-')) rmSync(path.join(backupFolder, name), { force: true });
  }
}

/** Lets go of the backups that the rotation no longer keeps. */
export function removeOld(backupFolder: string, now: Date): void {
  for (const { name } of backupsToRemove(listBackups(backupFolder), now)) {
    const file = path.join(backupFolder, name);
    // The seal last: a backup that is still there keeps the word that it was verified.
    rmSync(file, { force: true });
    rmSync(sealPath(file), { force: true });
  }
}
