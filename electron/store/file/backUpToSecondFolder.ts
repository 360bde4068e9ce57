import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { readBackupSeal, writeBackupSeal } from './backupSeal.ts';
import { renameDurably, syncFile } from './durableFile.ts';
import { explainFileFailure, failureCode } from './fileFailure.ts';
import type { StoredBackup } from './listBackups.ts';
import { secondFolderName } from './secondFolderName.ts';
import { sha256OfFile } from './sha256.ts';
import { removeOld } from './storeBackup.ts';
import { workbookPaths } from './workbookPaths.ts';

/**
 * Copies a verified backup to a folder elsewhere, reads it back and rotates the copies there. Each copy of a workbook, known
 * by its `replica`, has a folder of its own there under the name of the workbook's: with those of another among them, the
 * rotation would take the one with the lower numbers away. A place that is not there, such as a stick that was taken out, is
 * told and stops nothing.
 *
 * @returns why it could not be done, as a sentence, or null.
 */
export function backUpToSecondFolder(
  folder: string,
  replica: string,
  backup: StoredBackup,
  secondFolder: string,
  now: Date,
): string | null {
  const target = path.join(secondFolder, secondFolderName(path.basename(folder), replica));
  try {
    if (!existsSync(secondFolder)) {
      return `The second place for backups, ${secondFolder}, is not there. Connect it, or choose another in the settings.`;
    }
    mkdirSync(target, { recursive: true });
    copyVerified(path.join(workbookPaths(folder).backups, backup.name), target);
    removeOld(target, now);
    return null;
  } catch (cause) {
    if (failureCode(cause) === undefined) throw cause;
    return `The second copy of the backup was not made. ${whyNot(cause, target)}`;
  }
}

function whyNot(cause: unknown, target: string): string {
  const explained = explainFileFailure(cause, target);
  // What is said of a workbook that cannot be written to is no help here.
  if (explained instanceof WorkbookError && explained.code !== 'read-only') return explained.message;
  return `Files cannot be saved in ${target}. Choose another second folder in the settings.`;
}

function copyVerified(backup: string, target: string): void {
  const seal = readBackupSeal(backup);
  const copy = path.join(target, path.basename(backup));
  if (seal === undefined || existsSync(copy)) return;
  const unfinished = path.join(target, 'unfinished.sqlite');
  try {
    copyFileSync(backup, unfinished);
    syncFile(unfinished);
    if (sha256OfFile(unfinished) !== seal.sha256) {
      throw new WorkbookError(
        'damaged',
        `What was written to ${target} is not what was copied. The drive may be faulty.`,
      );
    }
    writeBackupSeal(copy, path.basename(copy), seal);
    renameDurably(unfinished, copy);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
