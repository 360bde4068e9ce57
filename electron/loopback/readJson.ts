import type { IncomingMessage } from 'node:http';

/** Room for the longest input of the contract, where a character takes up to three bytes. */
const mostBytes = 21_000_000;

export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly tooLarge: boolean };

/** Reads a request's body as JSON. What is longer than any operation takes is read to its end but not kept. */
export async function readJson(request: IncomingMessage): Promise<JsonBody> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    // Without an encoding set, a request's pieces are buffers.
    const buffer = piece as Buffer;
    bytes += buffer.length;
    if (bytes <= mostBytes) pieces.push(buffer);
  }
  if (bytes > mostBytes) return { ok: false, tooLarge: true };
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(pieces).toString('utf8')) };
  } catch {
    return { ok: false, tooLarge: false };
  }
}
