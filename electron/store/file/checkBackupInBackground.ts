import { runOnThread } from '../../threads/runOnThread.ts';
import { backupSealSchema, type BackupSeal } from './backupSeal.ts';

/**
 * `checkBackupFile` on a thread of its own, so that a large workbook can be written in meanwhile.
 *
 * @throws WorkbookError `damaged`.
 */
export function checkBackupInBackground(file: string): Promise<BackupSeal> {
  return runOnThread({
    thread: new URL('./backupCheckWorker.ts', import.meta.url),
    data: { file },
    result: backupSealSchema,
  });
}
