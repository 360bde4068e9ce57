/** The most bytes that a UTF-16 unit takes in UTF-8. */
const MOST_BYTES = 3;
/** Texts up to this length are written sign by sign: asking for it to be done takes longer. */
const SHORT = 24;
const LAST_ASCII = 127;

export type TextBuffer = ReturnType<typeof textBuffer>;

/**
 * Gathers texts as UTF-8 and hands them on in pieces of up to `size` bytes. Each text is written out at once: strings put
 * together into one long one live long enough for the memory to fill with them. A piece is good until `done` is called;
 * then its place is used again.
 */
export function textBuffer(size: number, onPiece: (piece: Buffer, done: () => void) => void) {
  const free: Buffer[] = [];
  let buffer: Buffer = Buffer.allocUnsafe(size);
  let at = 0;

  function flush(): void {
    if (at === 0) return;
    const full = buffer;
    onPiece(full.subarray(0, at), () => free.push(full));
    buffer = free.pop() ?? Buffer.allocUnsafe(size);
    at = 0;
  }

  function addShort(text: string): boolean {
    let all = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      all |= code;
      buffer[at + index] = code;
    }
    if (all > LAST_ASCII) return false;
    at += text.length;
    return true;
  }

  return {
    add(text: string): void {
      if (at + text.length * MOST_BYTES > size) flush();
      if (text.length * MOST_BYTES > size) onPiece(Buffer.from(text), () => undefined);
      else if (text.length > SHORT || !addShort(text)) at += buffer.write(text, at);
    },
    /** Adds what is UTF-8 already, shorter than a piece. */
    addBytes(bytes: Uint8Array): void {
      if (at + bytes.length > size) flush();
      // By number: the call that copies takes longer than the few bytes of a cell.
      for (let index = 0; index < bytes.length; index += 1) buffer[at + index] = bytes[index] ?? 0;
      at += bytes.length;
    },
    /** Hands on what is left. */
    flush,
  };
}
