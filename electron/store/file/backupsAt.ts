import { existsSync } from 'node:fs';
import { hasBackups } from './listBackups.ts';
import { workbookPaths } from './workbookPaths.ts';

/** The folder with the backups that belong to `folder`: itself where it is one of a second folder for backups. */
export function backupsAt(folder: string): string {
  const { database, backups } = workbookPaths(folder);
  return !existsSync(database) && !hasBackups(backups) && hasBackups(folder) ? folder : backups;
}
