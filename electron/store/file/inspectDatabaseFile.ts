import { accessSync, constants, lstatSync, type Stats } from 'node:fs';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { APPLICATION_ID, readDatabaseHeader } from './databaseHeader.ts';
import { explainFileFailure, damagedSentence, isMissing } from './fileFailure.ts';
import { hasBackups } from './listBackups.ts';
import type { WorkbookPaths } from './workbookPaths.ts';

/** The smallest page SQLite knows. A file cut to nothing opens in SQLite as an empty database without a complaint. */
const SMALLEST_DATABASE = 512;

/**
 * Looks at the file before SQLite does, and writes nothing. A folder that has backups once held a workbook, so there a
 * file that is none is damage, and the way on is a backup.
 *
 * @throws WorkbookError `not-a-workbook`, `newer-version`, `damaged` or `read-only`.
 */
export function inspectDatabaseFile(paths: WorkbookPaths, knownVersion: number): void {
  const found = statOf(paths);
  if (found === undefined) refuse(paths, `There is no workbook in ${paths.folder}.`);
  if (!found.isFile()) refuse(paths, `workbook.sqlite in ${paths.folder} is not an ordinary file.`);
  if (found.size < SMALLEST_DATABASE)
    refuse(paths, `The file workbook.sqlite in ${paths.folder} is empty or cut off.`);

  const header = headerOf(paths);
  if (!header.isSqlite) refuse(paths, `The file workbook.sqlite in ${paths.folder} is not a workbook.`);
  if (header.applicationId !== APPLICATION_ID) {
    refuse(paths, `The file workbook.sqlite in ${paths.folder} belongs to another program.`);
  }
  if (header.version > knownVersion) throw newerVersion(paths.folder);
  // Made through a write-ahead log like every workbook; anything else would be changed by opening it.
  if (header.version < 1 || !header.writeAhead)
    throw new WorkbookError('damaged', damagedSentence(paths.folder));
  refuseReadOnly(paths);
}

/** The refusal of a workbook that a newer program has made. */
export function newerVersion(folder: string): WorkbookError {
  return new WorkbookError(
    'newer-version',
    `The workbook in ${folder} was made with a newer version of this program. Nothing was changed. Open it with the newer version.`,
  );
}

function refuse(paths: WorkbookPaths, what: string): never {
  if (hasBackups(paths.backups)) {
    throw new WorkbookError('damaged', `${what} Its backups are there: choose one of them to go on from.`);
  }
  throw new WorkbookError('not-a-workbook', `${what} Choose the folder that a workbook was made in.`);
}

function statOf(paths: WorkbookPaths): Stats | undefined {
  try {
    return lstatSync(paths.database);
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw explainFileFailure(cause, paths.folder);
  }
}

function headerOf(paths: WorkbookPaths): ReturnType<typeof readDatabaseHeader> {
  try {
    return readDatabaseHeader(paths.database);
  } catch (cause) {
    throw explainFileFailure(cause, paths.folder);
  }
}

function refuseReadOnly(paths: WorkbookPaths): void {
  try {
    accessSync(paths.database, constants.R_OK | constants.W_OK);
    accessSync(paths.folder, constants.W_OK);
  } catch (cause) {
    throw explainFileFailure(cause, paths.folder);
  }
}
