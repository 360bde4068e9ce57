import { existsSync, rmSync } from 'node:fs';
import DatabaseConnection, { type Database } from 'better-sqlite3';
import { useReadingSettings, useWritingSettings } from './connectionSettings.ts';
import { failureCode } from './fileFailure.ts';
import { companionEndings } from './workbookPaths.ts';

/** How long another program's lock is waited for, in milliseconds: long enough for it to close, short enough to wait. */
const LOCK_WAIT = 2_000;

/** The writing connection to a file that is there, with every setting read back. */
export function connectForWriting(file: string): Database {
  return prepared(
    new DatabaseConnection(file, { fileMustExist: true, timeout: LOCK_WAIT }),
    useWritingSettings,
  );
}

/** The writing connection to a new file. Only creating a workbook may use it: SQLite makes the file. */
export function connectToNewFile(file: string): Database {
  return prepared(new DatabaseConnection(file, { timeout: LOCK_WAIT }), useWritingSettings);
}

/** A connection that reads a private copy that nobody else has open. */
export function connectForReading(file: string): Database {
  const connection = new DatabaseConnection(file, {
    fileMustExist: true,
    readonly: true,
    timeout: LOCK_WAIT,
  });
  return prepared(connection, useReadingSettings);
}

/**
 * Turns a copy into one plain file: without a write-ahead log no second file can come between it and its content, and
 * it can be read from a place that cannot be written to.
 */
export function makeSelfContained(file: string): void {
  const connection = new DatabaseConnection(file, { fileMustExist: true, timeout: LOCK_WAIT });
  try {
    connection.pragma('synchronous = FULL');
    const mode = connection.pragma('journal_mode = DELETE', { simple: true });
    if (mode !== 'delete') throw new Error('The copy could not be made one plain file');
  } finally {
    connection.close();
  }
}

/** Whether another process holds the file's lock. Nothing is written to the database or its log. */
export function isLockedElsewhere(file: string): boolean {
  const absent = companionEndings.filter((ending) => !existsSync(file + ending));
  const locked = refusesReaders(file);
  // Reading leaves the companions that it made.
  if (!locked) for (const ending of absent) rmSync(file + ending, { force: true });
  return locked;
}

function refusesReaders(file: string): boolean {
  let connection: Database | undefined;
  try {
    connection = new DatabaseConnection(file, { fileMustExist: true, readonly: true, timeout: 200 });
    connection.pragma('schema_version');
    return false;
  } catch (cause) {
    // A file too damaged to be asked cannot be in use elsewhere either.
    return failureCode(cause)?.startsWith('SQLITE_BUSY') === true;
  } finally {
    connection?.close();
  }
}

/** A database in memory with nothing in it. */
export function connectToMemory(): Database {
  return new DatabaseConnection(':memory:');
}

function prepared(connection: Database, use: (connection: Database) => void): Database {
  try {
    use(connection);
    return connection;
  } catch (cause) {
    connection.close();
    throw cause;
  }
}
