import type { Database } from 'better-sqlite3';

/**
 * Every setting of the writing connection, as `PRAGMA name = set` and what reading it back must answer.
 *
 * `synchronous=FULL` is what makes "Saved" true after a power cut: the library's own choice for a write-ahead log lost
 * acknowledged saves in more than half of the simulated ones. The lock is taken before the log is first read, so that no
 * shared-memory file is made and no second program can read half of a change.
 */
const writing = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['secure_delete', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  // macOS answers fsync before the disk has the bytes; other systems ignore these two.
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  // Cuts the log when it starts again, so that whatever follows its last complete change is unfinished or damaged.
  ['journal_size_limit', '0', 0],
] as const;

const reading = [
  ['query_only', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['temp_store', 'MEMORY', 2],
] as const;

/** Sets up the one connection that writes, and reads every setting back. @throws when SQLite did not take one. */
export function useWritingSettings(database: Database): void {
  apply(database, writing);
}

/** Sets up a connection that only reads a private copy. @throws when SQLite did not take a setting. */
export function useReadingSettings(database: Database): void {
  apply(database, reading);
}

/** The settings that the connection does not have as they must be; empty when all is well. */
export function settingsNotTaken(database: Database): readonly string[] {
  return writing.filter((setting) => !isTaken(database, setting)).map(([name]) => name);
}

type Setting = readonly [name: string, set: string, expected: string | number];

function apply(database: Database, settings: readonly Setting[]): void {
  for (const [name, set] of settings) database.pragma(`${name} = ${set}`);
  for (const setting of settings) {
    if (!isTaken(database, setting)) throw new Error(`The database did not take the setting ${setting[0]}`);
  }
}

function isTaken(database: Database, [name, , expected]: Setting): boolean {
  const answer = database.pragma(name, { simple: true });
  // With memory-mapping compiled out SQLite answers nothing, which is what is wanted.
  if (name === 'mmap_size' && answer === undefined) return true;
  return answer === expected;
}
