import { isDroppedFolder } from './droppedFiles.ts';
import { base64Of, PIECE_BYTES } from './uploadPieces.ts';

/** How far files have come: which of how many, and how much of all bytes (0 to 1). */
export type UploadPosition = {
  readonly name: string;
  readonly position: number;
  readonly files: number;
  readonly part: number;
};

/** Hands the program a piece of a file in base64; `token` is what the piece before was answered with. */
export type SendPiece = (
  token: string | null,
  base64: string,
  file: File,
) => Promise<{ readonly token: string }>;

/**
 * Brings dropped or pasted files to the program, one after another, piece by piece: a page can only hand over their bytes.
 * `take` gets each file with the token that it lies under.
 *
 * A file that fails does not stop the others: `refusalOf` says in a sentence why. Stopping by `signal` keeps what was taken.
 */
export async function uploadFiles(parts: {
  readonly send: SendPiece;
  /** Whether an empty piece goes ahead of each file, so that one that won't be taken is refused before it is read. */
  readonly isAnnounced?: boolean;
  readonly files: readonly File[];
  readonly take: (token: string, file: File) => void | Promise<void>;
  readonly refusalOf: (name: string, error: unknown) => string;
  readonly onProgress: (position: UploadPosition) => void;
  readonly signal: AbortSignal;
}): Promise<{ readonly refused: readonly string[]; readonly cancelled: boolean }> {
  const { send, isAnnounced = false, files, take, refusalOf, onProgress, signal } = parts;
  const refused: string[] = [];
  const allBytes = files.reduce((sum, file) => sum + file.size, 0);
  let bytesBefore = 0;
  for (const [index, file] of files.entries()) {
    if (isDroppedFolder(file)) {
      refused.push(`${file.name} is a folder. Open it, and drop the files that lie in it.`);
      continue;
    }
    const report = (bytes: number): void => {
      const part = allBytes === 0 ? 1 : (bytesBefore + bytes) / allBytes;
      onProgress({ name: file.name, position: index + 1, files: files.length, part });
    };
    // Before the program has answered anything: nothing else is taken from here on.
    report(0);
    try {
      const announced = isAnnounced ? (await send(null, '', file)).token : null;
      await take(await stage(send, announced, file, report, signal), file);
    } catch (error) {
      if (signal.aborted) return { refused, cancelled: true };
      refused.push(refusalOf(file.name, error));
    }
    bytesBefore += file.size;
  }
  return { refused, cancelled: false };
}

/** What to say of a file that the browser could not read. */
export function unreadableWords(name: string): string {
  return `${name} could not be read. If it is still being written or has moved, save it again and retry.`;
}

async function stage(
  send: SendPiece,
  announced: string | null,
  file: File,
  report: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string> {
  let token = announced;
  let start = 0;
  // An empty file still needs one piece: the token comes with it, and what is wrong with the file is said later.
  do {
    signal.throwIfAborted();
    const piece = file.slice(start, start + PIECE_BYTES);
    const base64 = base64Of(new Uint8Array(await piece.arrayBuffer()));
    ({ token } = await send(token, base64, file));
    start += PIECE_BYTES;
    report(Math.min(start, file.size));
  } while (start < file.size);
  signal.throwIfAborted();
  return token;
}
