import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { folderDanger, folderDangerSentence, type FolderSurroundings } from './safeFolder.ts';

/**
 * Refuses a folder where a workbook would be in danger, after resolving links. The folder need not be there yet.
 *
 * @throws WorkbookError `unsafe-folder`.
 */
export function refuseUnsafeFolder(
  folder: string,
  surroundings: FolderSurroundings = readSurroundings(),
): void {
  const named = path.resolve(folder);
  // By its name first: on Windows only to look at a folder on a server would send that server this person's sign-in.
  const danger = folderDanger(named, surroundings) ?? folderDanger(realPathOf(named), surroundings);
  if (danger !== undefined) throw new WorkbookError('unsafe-folder', folderDangerSentence(folder, danger));
}

/** This computer's part of the rule. Drive kinds on Windows are not known without a native call; names and paths are. */
export function readSurroundings(): FolderSurroundings {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
  return {
    platform,
    variables: process.env,
    mounts: platform === 'linux' ? readMounts() : '',
    networkDrives: [],
    removableDrives: [],
  };
}

function readMounts(): string {
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    // Some sandboxes hide it; the rules by name still hold.
    return '';
  }
}

/** The real path of the nearest folder above that is there, and the rest as given. */
function realPathOf(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  const above = path.dirname(folder);
  return above === folder ? folder : path.join(realPathOf(above), path.basename(folder));
}
