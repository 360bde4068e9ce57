import type { Database } from 'better-sqlite3';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { BackupContent, BackupSeal } from './backupSeal.ts';
import { checkRecords } from './checkRecords.ts';
import { APPLICATION_ID } from './databaseHeader.ts';
import { explainReadingFailure } from './fileFailure.ts';
import { sha256OfFile, startSha256 } from './sha256.ts';
import { connectForReading } from './storeConnection.ts';

/**
 * Reads a copy of a workbook's database from end to end: SQLite's full check, every record's fingerprint, and counts.
 *
 * @returns what its seal says. @throws WorkbookError `damaged` when anything is wrong with it. The copy is not changed.
 */
export function checkBackupFile(file: string): BackupSeal {
  try {
    const database = connectForReading(file);
    try {
      return { sha256: sha256OfFile(file), content: check(database) };
    } finally {
      database.close();
    }
  } catch (cause) {
    throw explainReadingFailure(cause, file);
  }
}

function check(database: Database): BackupContent {
  const belongs = database.pragma('application_id', { simple: true }) === APPLICATION_ID;
  const whole = database.pragma('integrity_check(1)', { simple: true }) === 'ok';
  let problems = 0;
  if (belongs && whole) checkRecords(database, () => problems++);
  if (!belongs || !whole || problems > 0) {
    throw new WorkbookError('damaged', 'The copy of the workbook does not agree with its fingerprints.');
  }
  return {
    records: count(database, 'SELECT count(*) FROM change_record'),
    answers: count(database, "SELECT count(*) FROM entity_state WHERE entity = 'answer'"),
    evidence: count(database, 'SELECT count(*) FROM evidence WHERE deleted = 0'),
    content: contentFingerprint(database),
  };
}

/** Whether the workbook's content is still what was counted in a backup. The count alone mostly tells, at no cost. */
export function isUnchangedSince(database: Database, backup: BackupContent): boolean {
  const records = count(database, 'SELECT count(*) FROM change_record');
  return records === backup.records && contentFingerprint(database) === backup.content;
}

/** SHA-256 over the fingerprints of all records in their order of arrival, and over the properties. */
function contentFingerprint(database: Database): string {
  const hash = startSha256();
  for (const query of [
    'SELECT hash FROM change_record ORDER BY sequence',
    "SELECT name || '=' || value FROM workbook_property ORDER BY name",
  ]) {
    for (const value of database.prepare<[], string>(query).pluck().iterate()) hash.update(`${value}\n`);
  }
  return hash.digest('hex');
}

function count(database: Database, query: string): number {
  return database.prepare<[], number>(query).pluck().get() ?? 0;
}
