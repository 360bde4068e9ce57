import { mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { Migration } from '../migrations/migration.ts';
import { migrations as shippedMigrations } from '../migrations/migrations.ts';
import { backUpBeforeMigration } from './backUpBeforeMigration.ts';
import { checkQuickly } from './checkQuickly.ts';
import { checkTables } from './checkTables.ts';
import { explainFileFailure, explainReadingFailure, failureCode, isMissing } from './fileFailure.ts';
import { finishInterruptedRestore } from './finishInterruptedRestore.ts';
import { inspectDatabaseFile, newerVersion } from './inspectDatabaseFile.ts';
import { wasLeftOpen } from './keepForRecovery.ts';
import { lockHolder, writeLockNote } from './lockNote.ts';
import { migrate, storeVersion } from './migrate.ts';
import { forgetOpen, refuseOpenHere, rememberOpen } from './openHere.ts';
import { prepareLeftOpen } from './prepareLeftOpen.ts';
import { removeUnfinished } from './storeBackup.ts';
import { connectForWriting } from './storeConnection.ts';
import { workbookPaths, type WorkbookPaths } from './workbookPaths.ts';
import { readProperties } from './workbookProperties.ts';

export type OpenOptions = {
  readonly now?: Date;
  /** Left out, SQLite's structure check runs before the answer. `false`: the caller runs `checkQuickly` a moment later. */
  readonly quickCheck?: boolean;
  /** Told of what the person should know although the workbook could be opened, as a sentence. */
  readonly onNotice?: (sentence: string) => void;
  readonly migrations?: readonly Migration[];
};

/**
 * Opens the workbook in `folder` for this process alone. The caller closes it with `closeDatabase`.
 *
 * The order of the steps matters: nothing is written until the file is known to be a sound workbook of a known version
 * (reference: reliability, 1.3).
 *
 * @throws WorkbookError `not-a-workbook`, `newer-version`, `damaged`, `locked`, `read-only`, `disk-full`.
 */
export function openDatabase(folder: string, options: OpenOptions = {}): Database {
  const { now = new Date(), migrations = shippedMigrations } = options;
  const paths = workbookPaths(realFolder(folder));
  refuseOpenHere(paths.database, paths.folder);
  finishInterruptedRestore(paths);
  inspectDatabaseFile(paths, migrations.length);
  const leftOpen = wasLeftOpen(paths) ? prepareLeftOpen(paths, now, options.onNotice) : undefined;

  let database: Database;
  try {
    database = connectForWriting(paths.database);
  } catch (cause) {
    const explained = withHolder(explainReadingFailure(cause, paths.folder), paths);
    if (explained instanceof WorkbookError && explained.code === 'locked') leftOpen?.forget();
    throw explained;
  }
  rememberOpen(database.name);
  try {
    if (storeVersion(database) > migrations.length) throw newerVersion(paths.folder);
    checkTables(database, migrations.slice(0, storeVersion(database)));
    if (options.quickCheck !== false) checkQuickly(database);
    if (storeVersion(database) < migrations.length) {
      backUpBeforeMigration(database, paths, now);
      migrate(database, migrations);
    }
    readProperties(database);
    removeLeftOvers(paths);
    writeLockNote(paths.lockNote, now);
    return database;
  } catch (cause) {
    database.close();
    forgetOpen(database.name);
    throw explainFileFailure(cause, paths.folder);
  }
}

/** One name for one folder: SQLite names its log after the name that it was given. */
function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (cause) {
    if (!isMissing(cause)) throw explainFileFailure(cause, folder);
    throw new WorkbookError(
      'not-a-workbook',
      `There is no folder ${folder}. It may have been moved or renamed, or be on a drive that is not connected.`,
      { cause },
    );
  }
}

function withHolder(cause: unknown, paths: WorkbookPaths): unknown {
  if (!(cause instanceof WorkbookError) || cause.code !== 'locked') return cause;
  return new WorkbookError(
    'locked',
    `The workbook in ${paths.folder} is open ${lockHolder(paths.lockNote)}. Close it there first.`,
    { cause },
  );
}

function removeLeftOvers(paths: WorkbookPaths): void {
  for (const part of [paths.work, paths.attachments, paths.backups]) mkdirSync(part, { recursive: true });
  for (const name of readdirSync(paths.work)) removeUnlessHeld(path.join(paths.work, name));
  removeUnfinished(paths.backups);
}

/** A file that was opened from the workbook may still be on the screen of another program: it goes at a later opening. */
function removeUnlessHeld(leftOver: string): void {
  try {
    rmSync(leftOver, { recursive: true, force: true });
  } catch (cause) {
    if (!heldOpen.has(failureCode(cause) ?? '')) throw cause;
  }
}

/** What Windows says of removing a file that a program has open, or a folder with one in it. */
const heldOpen: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY']);
