/** Bytes in one piece: three quarters of the longest text that one call takes, with room to spare. */
export const PIECE_BYTES = 700_000;

/** The bytes in base64, without building one long argument list. */
export function base64Of(bytes: Uint8Array): string {
  const STEP = 0x8000;
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += STEP) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + STEP)));
  }
  return btoa(parts.join(''));
}
