const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const DIRECTORY_RECORD = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
/** 2.0, the first with deflated parts. */
const VERSION = 20;
/** Names are UTF-8, and sizes follow the content. */
const FLAGS = 0x0808;
const STORED = 0;
const DEFLATED = 8;
/** What the records have room for; more would take another form of them. */
const MOST_BYTES = 0xffff_ffff;
const MOST_PARTS = 0xffff;

/** A part of a zip file, as the file says it. */
export type ZipPart = {
  readonly name: string;
  /** Where its local header begins. */
  readonly at: number;
  readonly checkSum: number;
  readonly packed: number;
  readonly size: number;
  /** Left as it is, and not deflated. */
  readonly isStored?: boolean;
};

/** What stands before a part's content, whose size and check sum are not known yet. */
export function localHeader(name: string, modified: Date, isStored = false): Buffer {
  const named = Buffer.from(name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  versionAndTime(header, 4, modified, isStored);
  header.writeUInt16LE(named.length, 26);
  return Buffer.concat([header, named]);
}

/** What stands after a part's content. */
export function descriptor({ checkSum, packed, size }: Omit<ZipPart, 'name' | 'at'>): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt32LE(DESCRIPTOR, 0);
  sums(record, 4, { checkSum, packed, size });
  return record;
}

/** The list of all parts, which ends the file and begins at the byte given. */
export function directory(parts: readonly ZipPart[], at: number, modified: Date): Buffer {
  if (parts.length >= MOST_PARTS) throw new Error('A zip file of this form has no room for so many parts');
  const records = parts.flatMap((part) => directoryRecord(part, modified));
  const size = records.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(DIRECTORY_END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(withinFile(at), 16);
  return Buffer.concat([...records, end]);
}

function directoryRecord(part: ZipPart, modified: Date): readonly Buffer[] {
  const name = Buffer.from(part.name);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(DIRECTORY_RECORD, 0);
  record.writeUInt16LE(VERSION, 4);
  versionAndTime(record, 6, modified, part.isStored === true);
  sums(record, 16, part);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt32LE(withinFile(part.at), 42);
  return [record, name];
}

function versionAndTime(record: Buffer, at: number, modified: Date, isStored: boolean): void {
  record.writeUInt16LE(VERSION, at);
  record.writeUInt16LE(FLAGS, at + 2);
  record.writeUInt16LE(isStored ? STORED : DEFLATED, at + 4);
  record.writeUInt16LE(timeOf(modified), at + 6);
  record.writeUInt16LE(dayOf(modified), at + 8);
}

function sums(record: Buffer, at: number, { checkSum, packed, size }: Omit<ZipPart, 'name' | 'at'>): void {
  record.writeUInt32LE(checkSum, at);
  record.writeUInt32LE(withinFile(packed), at + 4);
  record.writeUInt32LE(withinFile(size), at + 8);
}

/** The time of day, to two seconds; Universal Time, so that the same export is the same file everywhere. */
function timeOf(time: Date): number {
  return (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
}

function dayOf(time: Date): number {
  const year = Math.max(0, Math.min(127, time.getUTCFullYear() - 1980));
  return (year << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
}

function withinFile(bytes: number): number {
  if (bytes >= MOST_BYTES) throw new Error('A zip file of this form has no room for so much');
  return bytes;
}
