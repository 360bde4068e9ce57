import * as crypto from 'node:crypto';
import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

// Much the faster way for a short text. The Node of older Electrons does not have it.
const hashAtOnce: typeof crypto.hash | undefined = crypto.hash;

/** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal. */
export function sha256OfText(text: string): string {
  if (hashAtOnce !== undefined) return hashAtOnce('sha256', text);
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

const PIECE = 1 << 20;

/** SHA-256 of a file's content in lower-case hexadecimal, read piece by piece. */
export function sha256OfFile(file: string): string {
  const hash = createHash('sha256');
  for (const piece of piecesOf(file)) hash.update(piece);
  return hash.digest('hex');
}

/** A file's content in pieces of up to 1 MB. A piece is valid until the next is asked for. */
export function* piecesOf(file: string): Generator<Uint8Array> {
  const buffer = Buffer.alloc(PIECE);
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const bytes = readSync(handle, buffer, 0, PIECE, null);
      if (bytes === 0) return;
      yield buffer.subarray(0, bytes);
    }
  } finally {
    closeSync(handle);
  }
}

/** A running SHA-256. */
export function startSha256(): Hash {
  return createHash('sha256');
}
