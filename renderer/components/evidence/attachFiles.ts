import type { WorkbookClient } from '../../../shared/api/client.ts';
import type { Saved } from '../../../shared/api/views/fieldView.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { base64Of, PIECE_BYTES } from './uploadPieces.ts';

/** How far the attaching has come: which file of how many, and how much of all bytes (0 to 1). */
export type AttachProgress = {
  readonly name: string;
  readonly position: number;
  readonly files: number;
  readonly part: number;
};

export type AttachOutcome = {
  readonly attached: readonly string[];
  /** One sentence for each file that was not taken. */
  readonly refused: readonly string[];
  /** The evidence after the last file that was taken. */
  readonly saved: Saved | null;
  readonly cancelled: boolean;
};

/**
 * Attaches dropped or pasted files to an item of evidence, one after another, piece by piece.
 *
 * A file that is refused does not stop the others. Stopping by `signal` keeps what was attached before.
 */
export async function attachFiles(
  client: Pick<WorkbookClient, 'call'>,
  evidence: string,
  files: readonly File[],
  onProgress: (progress: AttachProgress) => void,
  signal: AbortSignal,
): Promise<AttachOutcome> {
  const attached: string[] = [];
  const refused: string[] = [];
  let saved: Saved | null = null;
  const allBytes = files.reduce((sum, file) => sum + file.size, 0);
  let bytesBefore = 0;
  for (const [index, file] of files.entries()) {
    const report = (bytes: number): void => {
      const part = allBytes === 0 ? 1 : (bytesBefore + bytes) / allBytes;
      onProgress({ name: file.name, position: index + 1, files: files.length, part });
    };
    try {
      const token = await stage(client, file, report, signal);
      saved = await client.call('attach-staged', { evidence, token, name: file.name });
      attached.push(file.name);
    } catch (error) {
      if (signal.aborted) return { attached, refused, saved, cancelled: true };
      refused.push(refusalOf(file.name, error));
    }
    bytesBefore += file.size;
  }
  return { attached, refused, saved, cancelled: false };
}

async function stage(
  client: Pick<WorkbookClient, 'call'>,
  file: File,
  report: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string> {
  let token: string | null = null;
  let start = 0;
  report(0);
  // An empty file still needs one piece: the token comes with it.
  do {
    signal.throwIfAborted();
    const piece = file.slice(start, start + PIECE_BYTES);
    const base64 = base64Of(new Uint8Array(await piece.arrayBuffer()));
    const staged: { readonly token: string } = await client.call('stage-bytes', { token, base64 });
    token = staged.token;
    start += PIECE_BYTES;
    report(Math.min(start, file.size));
  } while (start < file.size);
  signal.throwIfAborted();
  return token;
}

function refusalOf(name: string, error: unknown): string {
  if (error instanceof WorkbookError) {
    return error.message.includes(name) ? error.message : `${name} was not attached. ${error.message}`;
  }
  return `${name} could not be read. If it is still being written or has moved, save it again and retry.`;
}
