import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { parseBackupName } from './backupName.ts';
import { sealPath } from './backupSeal.ts';
import { syncFile } from './durableFile.ts';
import { explainFileFailure } from './fileFailure.ts';
import { workbookPaths } from './workbookPaths.ts';

/**
 * Copies a backup in the folder `from` and its seal to the backups of a workbook that is still to be made in `folder`.
 * Restoring it reads the copy from end to end.
 *
 * @throws WorkbookError `not-found`, `disk-full`, `read-only`.
 */
export function copyBackupInto(folder: string, from: string, name: string): void {
  const backup = path.join(from, name);
  if (parseBackupName(name) === undefined || !existsSync(backup))
    throw new WorkbookError('not-found', `There is no backup ${name} in ${from}. Choose one from the list.`);
  const { backups } = workbookPaths(folder);
  try {
    mkdirSync(backups, { recursive: true });
    for (const file of [backup, sealPath(backup)].filter(existsSync)) {
      const copy = path.join(backups, path.basename(file));
      copyFileSync(file, copy);
      syncFile(copy);
    }
  } catch (cause) {
    throw explainFileFailure(cause, folder);
  }
}
