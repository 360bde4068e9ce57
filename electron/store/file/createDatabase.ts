import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { migrations } from '../migrations/migrations.ts';
import { closeDatabase } from './closeDatabase.ts';
import { APPLICATION_ID } from './databaseHeader.ts';
import { renameDurably, syncFolder } from './durableFile.ts';
import { explainFileFailure } from './fileFailure.ts';
import { migrate } from './migrate.ts';
import { connectToNewFile } from './storeConnection.ts';
import { workbookPaths } from './workbookPaths.ts';
import { writeProperties, type WorkbookProperties } from './workbookProperties.ts';

/**
 * Makes a new workbook in `folder`, which must not be there yet or be empty. The only place that makes a database.
 *
 * It is built in a folder beside and renamed into place, so that a workbook is there whole or not at all. `fill` may
 * write its first records; what it throws undoes everything.
 *
 * @throws WorkbookError `already-exists`, `read-only`, `disk-full`.
 */
export function createDatabase(
  folder: string,
  properties: WorkbookProperties,
  fill: (database: Database) => void = () => {},
): void {
  refuseOccupied(folder);
  try {
    mkdirSync(path.dirname(folder), { recursive: true });
    const building = mkdtempSync(`${folder}.new-`);
    try {
      build(building, properties, fill);
      // Windows does not rename onto a folder, even an empty one.
      if (existsSync(folder)) rmdirSync(folder);
      renameDurably(building, folder);
    } finally {
      rmSync(building, { recursive: true, force: true });
    }
  } catch (cause) {
    throw explainFileFailure(cause, folder);
  }
}

function build(folder: string, properties: WorkbookProperties, fill: (database: Database) => void): void {
  const paths = workbookPaths(folder);
  for (const part of [paths.attachments, paths.backups, paths.work]) mkdirSync(part);
  const database = connectToNewFile(paths.database);
  try {
    database.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(database, migrations);
    writeProperties(database, properties);
    fill(database);
  } catch (cause) {
    database.close();
    throw cause;
  }
  closeDatabase(database);
  syncFolder(folder);
}

function refuseOccupied(folder: string): void {
  if (!existsSync(folder)) return;
  try {
    if (readdirSync(folder).length === 0) return;
  } catch (cause) {
    throw new WorkbookError('already-exists', `${folder} is not an empty folder. Choose another place.`, {
      cause,
    });
  }
  throw new WorkbookError(
    'already-exists',
    `The folder ${folder} has something in it already. Choose an empty folder, or one that is not there yet.`,
  );
}
