import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { StartView } from '../../../shared/api/views/workbookView.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { listBackups } from '../../store/file/listBackups.ts';
import { refuseUnsafeFolder } from '../../store/file/refuseUnsafeFolder.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import type { Ports } from '../ports.ts';
import type { Laptop } from './laptop.ts';

/** What the start screen shows. */
export function readStart(ports: Ports, laptop: Laptop): StartView {
  return {
    recent: laptop.recent().map((entry) => ({
      ...entry,
      lastBackupAt: lastBackup(entry.folder),
      present: existsSync(workbookPaths(entry.folder).database),
    })),
    dataFolder: workbooksFolder(ports),
    dataFolderProblem: problemOf(workbooksFolder(ports)),
    appVersion: ports.appVersion,
    host: ports.host,
    author: laptop.settings().author,
    hasRehearsal: existsSync(workbookPaths(rehearsalFolder(ports)).database),
  };
}

/** Where workbooks are kept when nobody says otherwise. */
export function workbooksFolder(ports: Pick<Ports, 'dataFolder'>): string {
  return path.join(ports.dataFolder, 'workbooks');
}

/** Where the rehearsal is kept. */
export function rehearsalFolder(ports: Pick<Ports, 'dataFolder'>): string {
  return path.join(workbooksFolder(ports), 'Rehearsal');
}

function lastBackup(folder: string): string | null {
  try {
    return listBackups(workbookPaths(folder).backups)[0]?.madeAt.toISOString() ?? null;
  } catch (cause) {
    // A folder on a drive that is not connected: the list still shows it, as not there.
    if (cause instanceof WorkbookError) return null;
    throw cause;
  }
}

function problemOf(folder: string): string | null {
  try {
    refuseUnsafeFolder(folder);
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return null;
  } catch (cause) {
    if (cause instanceof WorkbookError) return cause.message;
    return `Nothing can be written to ${folder}. Ask whoever looks after this computer to let you write there, or choose another folder for each new workbook.`;
  }
}
