import { TextDecoder } from 'node:util';
import { damagedPacket, excessivePacket } from './packetRefusal.ts';

const NEWLINE = 0x0a;

/**
 * The lines of a stream of bytes, without their ends. Every line has to end, be UTF-8 and be no longer than `longest`
 * bytes: no more than one line is ever held.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const piece of stream) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, from)) {
      const last = bytes.subarray(from, end);
      if (heldBytes + last.length > longest) throw excessivePacket('a change is too long');
      const line = held.length === 0 ? last : Buffer.concat([...held, last]);
      held = [];
      heldBytes = 0;
      from = end + 1;
      yield decodedLine(decoder, line);
    }
    const rest = bytes.subarray(from);
    heldBytes += rest.length;
    if (heldBytes > longest) throw excessivePacket('a change is too long');
    // Copied, as the stream may use its piece again.
    if (rest.length > 0) held.push(Buffer.from(rest));
  }
  if (heldBytes > 0) throw damagedPacket('its last change is cut off');
}

function decodedLine(decoder: TextDecoder, line: Uint8Array): string {
  try {
    return decoder.decode(line);
  } catch (cause) {
    throw damagedPacket('a change is not text', cause);
  }
}
