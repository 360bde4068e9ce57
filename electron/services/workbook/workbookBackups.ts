import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { turnsOf } from '../../store/connectionTurns.ts';
import type { BackupReason } from '../../store/file/backupName.ts';
import { makeBackup, type BackupOptions, type BackupOutcome } from '../../store/file/makeBackup.ts';
import type { Laptop } from '../start/laptop.ts';
import type { OpenWorkbook } from './openWorkbook.ts';

/** Backups of a workbook that is open. */
export type WorkbookBackups = ReturnType<typeof workbookBackups>;

/** Makes backups of `workbook` as this laptop's settings say. */
export function workbookBackups(workbook: OpenWorkbook, laptop: Laptop) {
  let secondFolderProblem: string | null = null;
  let latest: Promise<unknown> = Promise.resolve();

  async function makeNow(reason: BackupReason, options: BackupOptions): Promise<BackupOutcome> {
    if (options.signal?.aborted === true)
      throw new WorkbookError('cancelled', 'It was stopped. Nothing was kept.');
    const { secondBackupFolder: secondFolder } = laptop.settings();
    const outcome = await makeBackup(workbook.database, workbook.folder, reason, workbook.clock, {
      secondFolder,
      // What is in a backup may come back one day, and must then still be known here.
      onCopied: workbook.changes.seal,
      ...options,
    });
    secondFolderProblem = outcome.secondFolderProblem;
    return outcome;
  }

  return {
    /**
     * A verified backup; where nothing has changed since the last, that one stands. Who asks while one is being made waits
     * for it, and mostly needs no other.
     */
    make(reason: BackupReason, options: BackupOptions = {}): Promise<BackupOutcome> {
      const made = latest.then(() => turnsOf(workbook.database).share(() => makeNow(reason, options)));
      latest = made.catch(() => undefined);
      return made;
    },

    /** Why the last one is not in the second folder as well, as a sentence; null where it is, or there is none. */
    secondFolderProblem: (): string | null =>
      laptop.settings().secondBackupFolder === null ? null : secondFolderProblem,
  };
}
