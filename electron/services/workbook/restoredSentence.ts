import path from 'node:path';

/** What somebody is told who has restored a backup: where what stood before is kept, or null where nothing stood there. */
export function restoredSentence(folder: string, keptIn: string | null): string {
  return keptIn === null
    ? `This workbook was made from a backup, in ${folder}. Files that were attached to evidence are not in backups: attach them again, or take in a packet that has them.`
    : `The backup is restored. What stood before is kept in the folder “${path.basename(keptIn)}” within the workbook’s own.`;
}
