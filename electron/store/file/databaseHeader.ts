import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Written into bytes 68 to 71 of every workbook: "CJSW" in ASCII, for community justice self-evaluation workbook.
 * `file` and other programs know the format by it. It never changes.
 */
export const APPLICATION_ID = 0x434a5357;

/** What the first 100 bytes of an SQLite file say (sqlite.org/fileformat.html, "The Database Header"). */
export type DatabaseHeader = {
  readonly isSqlite: boolean;
  readonly applicationId: number;
  /** The store's version, which SQLite calls user_version. */
  readonly version: number;
  /** Both format bytes are 2: the file is written through a write-ahead log. */
  readonly writeAhead: boolean;
};

const HEADER_BYTES = 100;

/**
 * Reads the header without SQLite, which would write to a file that it can open.
 *
 * Not for a file that SQLite has open in this process: closing the handle here would drop SQLite's locks on Linux and macOS.
 */
export function readDatabaseHeader(file: string): DatabaseHeader {
  const bytes = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, bytes, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(handle);
  }
  return {
    isSqlite: bytes.toString('latin1', 0, 16) === 'SQLite format 3\0',
    applicationId: bytes.readUInt32BE(68),
    version: bytes.readUInt32BE(60),
    writeAhead: bytes[18] === 2 && bytes[19] === 2,
  };
}
