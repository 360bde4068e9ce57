import { readFileSync } from 'node:fs';

/**
 * How many bytes at the end of a write-ahead log do not belong to a complete change; 0 when all do.
 *
 * SQLite drops them without a word when it opens the database: after a power cut they are a save that was never
 * acknowledged, after damage they may be saves that were. So the person is told. A log that was cut off exactly between two
 * changes looks like one that was never longer; that alone is not seen here.
 *
 * The format and the sums are those of sqlite.org/fileformat.html, "The Write-Ahead Log".
 */
export function unfinishedBytes(logFile: string): number {
  const log = readFileSync(logFile);
  return log.length - completeBytes(log);
}

const HEADER = 32;
const FRAME_HEADER = 24;

function completeBytes(log: Buffer): number {
  if (log.length < HEADER) return 0;
  const bigEndian = (log.readUInt32BE(0) & 1) === 1;
  let sums = checksum(log, 0, 24, bigEndian, [0, 0]);
  if (!agrees(log, 24, sums)) return 0;
  const frame = FRAME_HEADER + log.readUInt32BE(8);

  let complete = HEADER;
  for (let at = HEADER; at + frame <= log.length; at += frame) {
    const salted = log.compare(log, 16, 24, at + 8, at + 16) === 0;
    sums = checksum(log, at, 8, bigEndian, sums);
    sums = checksum(log, at + FRAME_HEADER, frame - FRAME_HEADER, bigEndian, sums);
    if (!salted || !agrees(log, at + 16, sums)) break;
    const endsChange = log.readUInt32BE(at + 4) !== 0;
    if (endsChange) complete = at + frame;
  }
  return complete;
}

type Sums = readonly [number, number];

function checksum(
  log: Buffer,
  start: number,
  length: number,
  bigEndian: boolean,
  [first, second]: Sums,
): Sums {
  let one = first;
  let two = second;
  for (let at = start; at < start + length; at += 8) {
    one = (one + (bigEndian ? log.readUInt32BE(at) : log.readUInt32LE(at)) + two) >>> 0;
    two = (two + (bigEndian ? log.readUInt32BE(at + 4) : log.readUInt32LE(at + 4)) + one) >>> 0;
  }
  return [one, two];
}

function agrees(log: Buffer, at: number, [one, two]: Sums): boolean {
  return log.readUInt32BE(at) === one && log.readUInt32BE(at + 4) === two;
}
