import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

/** What the manifest says of the changes. */
export type WrittenChanges = { readonly count: number; readonly bytes: number; readonly sha256: string };

/** Lines are written together in pieces of about this many characters. */
const PIECE = 128 * 1024;

/** Writes changes, each already spelled as one line of JSON, to a new file, one a line, and answers what it wrote. */
export function writeChangesFile(lines: Iterable<string>, file: string): WrittenChanges {
  const steps = writingChangesFile(lines, file);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The steps of `writeChangesFile`, each of a few milliseconds. */
export function* writingChangesFile(
  lines: Iterable<string>,
  file: string,
): Generator<undefined, WrittenChanges, undefined> {
  const hash = createHash('sha256');
  const handle = openSync(file, 'wx', 0o600);
  let count = 0;
  let bytes = 0;
  let held = '';
  const flush = (): void => {
    const piece = Buffer.from(held, 'utf8');
    for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at);
    hash.update(piece);
    bytes += piece.length;
    held = '';
  };
  try {
    for (const line of lines) {
      count += 1;
      held += `${line}\n`;
      if (held.length <= PIECE) continue;
      flush();
      yield;
    }
    flush();
    return { count, bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(handle);
  }
}
