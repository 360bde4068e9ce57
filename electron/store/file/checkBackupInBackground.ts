import { runOnThread } from '../../threads/runOnThread.ts';
import { backupSealSchema, type BackupSeal } from './backupSeal.ts';

/**
 * `checkBackupFile` on a thread of its own, so that a large workbook can be written in meanwhile. The thread starts while the
 * file is being `written`.
 *
 * @throws WorkbookError `damaged`; what `written` is rejected with.
 */
export function checkBackupInBackground(file: string, written: Promise<void>): Promise<BackupSeal> {
  return runOnThread({
    thread: new URL('./backupCheckWorker.ts', import.meta.url),
    data: { file },
    later: written,
    result: backupSealSchema,
  });
}
