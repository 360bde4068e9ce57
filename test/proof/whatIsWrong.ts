import { closeDatabase } from '../../electron/store/file/closeDatabase.ts';
import { openDatabase } from '../../electron/store/file/openDatabase.ts';
import { verifyWorkbook } from '../../electron/store/file/verifyWorkbook.ts';
import { workbookPaths } from '../../electron/store/file/workbookPaths.ts';
import { lostSaves, type AcknowledgedSave } from './acknowledgedSave.ts';

/** What a program that was stopped left that it should not have, in words; empty when all is well. */
export function whatIsWrong(folder: string, acknowledged: readonly AcknowledgedSave[]): readonly string[] {
  try {
    const database = openDatabase(folder);
    try {
      const report = verifyWorkbook(database, workbookPaths(folder).attachments);
      const problems = report.problems.map(({ what, where }) => `${what}: ${where}`);
      const lost = lostSaves(database, acknowledged).map((save) => `lost ${JSON.stringify(save)}`);
      return [...problems, ...lost];
    } finally {
      closeDatabase(database);
    }
  } catch (cause) {
    return [`it could not be opened: ${String(cause)}`];
  }
}
