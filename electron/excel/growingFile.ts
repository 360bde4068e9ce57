import { open, type FileHandle } from 'node:fs/promises';
import type { WrittenPart } from './zipWriter.ts';

const PIECE = 64 * 1024;

/** Reads parts of a file that somebody else is still writing, as far as it is known to be written. */
export function growingFile(path: string) {
  const parts = new Map<string, WrittenPart>();
  let stopped = false;
  let wake = (): void => undefined;
  let opened: Promise<FileHandle> | undefined;

  async function knownBeyond(name: string, at: number | undefined): Promise<WrittenPart> {
    for (;;) {
      if (stopped) throw new Error('The reading was stopped');
      const part = parts.get(name);
      if (part !== undefined && (part.whole || part.to > (at ?? part.from))) return part;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  return {
    /** Takes in that more of a part is in the file. */
    follow(part: WrittenPart): void {
      parts.set(part.name, part);
      wake();
    },
    /** A part's bytes as they are in the file, to its end, waiting for what is not written yet. */
    async *bytes(name: string): AsyncGenerator<Buffer> {
      let at: number | undefined;
      for (;;) {
        const { from, to, whole } = await knownBeyond(name, at);
        const file = await (opened ??= open(path, 'r'));
        at ??= from;
        while (at < to) {
          const wanted = Math.min(PIECE, to - at);
          const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, at);
          if (bytesRead === 0) throw new Error(`${name} is cut short`);
          at += bytesRead;
          yield buffer.subarray(0, bytesRead);
        }
        if (whole) return;
      }
    },
    /** Whoever waits for bytes gets an error in their place. */
    stop(): void {
      stopped = true;
      wake();
    },
    close: async (): Promise<void> => (await opened)?.close(),
  };
}
