/** The most bytes that a UTF-16 unit takes in UTF-8. */
const MOST_BYTES = 3;

/**
 * Gathers texts as UTF-8 and hands them on in pieces of up to `size` bytes. Each text is written out at once: strings put
 * together into one long one live long enough for the memory to fill with them.
 */
export function textBuffer(
  size: number,
  onPiece: (piece: Buffer) => void,
  reuse: 'same-buffer' | 'new-buffers',
) {
  let buffer = Buffer.allocUnsafe(size);
  let at = 0;

  function flush(): void {
    if (at === 0) return;
    onPiece(buffer.subarray(0, at));
    if (reuse === 'new-buffers') buffer = Buffer.allocUnsafe(size);
    at = 0;
  }

  return {
    add(text: string): void {
      if (at + text.length * MOST_BYTES > size) flush();
      if (text.length * MOST_BYTES > size) onPiece(Buffer.from(text));
      else at += buffer.write(text, at);
    },
    /** Hands on what is left. */
    flush,
  };
}
