import type { Database } from 'better-sqlite3';

/** SQLite's own choice: with so many pages in it, the log is brought into the database at the next commit. */
const PAGES_IN_LOG = 1_000;

/** From now on what is saved stays in the write-ahead log, and the database file is only read. */
export function holdCheckpoints(database: Database): void {
  setPages(database, 0);
}

/** Lets the log be brought into the database again, at the next commit that finds it long. */
export function allowCheckpoints(database: Database): void {
  setPages(database, PAGES_IN_LOG);
}

function setPages(database: Database, pages: number): void {
  database.pragma(`wal_autocheckpoint = ${pages}`);
  if (database.pragma('wal_autocheckpoint', { simple: true }) !== pages)
    throw new Error('The database did not take the setting wal_autocheckpoint');
}
