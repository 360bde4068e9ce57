import path from 'node:path';
import type { SeededRandom } from '../seededRandom.ts';
import type { TracedCall } from './tracedCall.ts';

type Change =
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly size: number };

/** A file's content: what is on the disk for good, and what the system has only promised. */
type File = { durable: Buffer; pending: Change[]; size: number };

type NameChange =
  | { readonly kind: 'link'; readonly path: string; readonly file: File }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly file: File };

/** How much of what was not synced has reached the disk when the power goes. */
const severities = ['nothing', 'everything', 'some', 'torn'] as const;

const SECTOR = 512;

/**
 * A disk that may drop, reorder or tear whatever was not synced: content at the file's own sync, names at their folder's. It
 * is harsher than file systems are (a file's sync keeps no name), as is POSIX.
 */
export function simulatedDisk(before: ReadonlyMap<string, Buffer>) {
  const durableNames = new Map<string, File>();
  for (const [name, bytes] of before)
    durableNames.set(name, { durable: bytes, pending: [], size: bytes.length });
  const names = new Map(durableNames);
  let pendingNames: NameChange[] = [];

  function fileAt(name: string): File {
    const file = names.get(name);
    if (file === undefined) throw new Error(`${name} is not there`);
    return file;
  }

  function add(file: File, change: Change): void {
    file.pending.push(change);
    file.size =
      change.kind === 'truncate' ? change.size : Math.max(file.size, change.offset + change.bytes.length);
  }

  function syncFolder(folder: string): void {
    const touches = (change: NameChange): boolean =>
      change.kind === 'rename'
        ? [change.from, change.to].some((name) => path.dirname(name) === folder)
        : path.dirname(change.path) === folder;
    for (const change of pendingNames.filter(touches)) applyName(durableNames, change);
    pendingNames = pendingNames.filter((change) => !touches(change));
  }

  return {
    apply(call: TracedCall): void {
      switch (call.kind) {
        case 'create':
          if (names.has(call.path)) return;
          names.set(call.path, { durable: Buffer.alloc(0), pending: [], size: 0 });
          pendingNames.push({ kind: 'link', path: call.path, file: fileAt(call.path) });
          return;
        case 'write':
          return add(fileAt(call.path), { kind: 'write', offset: call.offset, bytes: call.bytes });
        case 'append': {
          const file = fileAt(call.path);
          return add(file, { kind: 'write', offset: file.size, bytes: call.bytes });
        }
        case 'truncate':
          return add(fileAt(call.path), { kind: 'truncate', size: call.size });
        case 'sync': {
          const file = names.get(call.path);
          if (file === undefined) return syncFolder(call.path);
          file.durable = changedBy(file.durable, file.pending);
          file.pending = [];
          return;
        }
        case 'rename': {
          const change: NameChange = {
            kind: 'rename',
            from: call.from,
            to: call.to,
            file: fileAt(call.from),
          };
          applyName(names, change);
          pendingNames.push(change);
          return;
        }
        case 'unlink': {
          const change: NameChange = { kind: 'unlink', path: call.path };
          applyName(names, change);
          pendingNames.push(change);
          return;
        }
        case 'output':
          return;
      }
    },

    /** What may be found after the power went now. */
    imageNow(random: SeededRandom): ReadonlyMap<string, Buffer> {
      const severity = random.pick(severities);
      const found = new Map(durableNames);
      // Names go through one journal in every file system in use: a beginning of them is kept.
      const kept =
        severity === 'everything'
          ? pendingNames.length
          : severity === 'nothing'
            ? 0
            : random.below(pendingNames.length + 1);
      for (const change of pendingNames.slice(0, kept)) applyName(found, change);
      return new Map(
        [...found].map(([name, file]) => [
          name,
          changedBy(
            file.durable,
            file.pending.flatMap((change) => survivors(change, severity, random)),
          ),
        ]),
      );
    },
  };
}

function survivors(
  change: Change,
  severity: (typeof severities)[number],
  random: SeededRandom,
): readonly Change[] {
  if (severity === 'nothing') return [];
  if (severity === 'everything') return [change];
  if (severity === 'some' || change.kind === 'truncate') return random.chance(0.5) ? [change] : [];
  return sectorsOf(change).filter(() => random.chance(0.5));
}

/** The parts of a write that a disk writes whole. */
function sectorsOf({ offset, bytes }: Extract<Change, { kind: 'write' }>): readonly Change[] {
  const parts: Change[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, at + SECTOR - ((offset + at) % SECTOR));
    parts.push({ kind: 'write', offset: offset + at, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return parts;
}

/** The content after changes in their order, in memory that is taken once. */
function changedBy(content: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return content;
  const ends = changes.map((change) =>
    change.kind === 'truncate' ? change.size : change.offset + change.bytes.length,
  );
  const room = Buffer.alloc(ends.reduce((most, end) => Math.max(most, end), content.length));
  content.copy(room);
  let size = content.length;
  for (const change of changes) {
    if (change.kind === 'truncate') {
      // What a file grows by reads as zeros, also where there was something before it was cut.
      room.fill(0, Math.min(size, change.size));
      size = change.size;
    } else {
      change.bytes.copy(room, change.offset);
      size = Math.max(size, change.offset + change.bytes.length);
    }
  }
  return room.subarray(0, size);
}

function applyName(names: Map<string, File>, change: NameChange): void {
  switch (change.kind) {
    case 'link':
      names.set(change.path, change.file);
      return;
    case 'unlink':
      names.delete(change.path);
      return;
    case 'rename':
      names.delete(change.from);
      names.set(change.to, change.file);
      return;
  }
}
