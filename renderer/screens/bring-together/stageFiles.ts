import type { WorkbookClient } from '../../../shared/api/client.ts';
import type { InputOf } from '../../../shared/api/contract.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { base64Of, PIECE_BYTES } from '../../components/evidence/uploadPieces.ts';

/** How far dropped files have come: which of how many, and how much of all bytes (0 to 1). */
export type StageProgress = {
  readonly name: string;
  readonly position: number;
  readonly files: number;
  readonly part: number;
};

export type Staged = NonNullable<InputOf<'start-consolidation-preview'>['staged']>;

/**
 * Brings dropped files to the program, one after another, piece by piece: a page can only hand over their bytes.
 *
 * A file that is refused does not stop the others. Answers null when it was stopped by `signal`.
 */
export async function stageFiles(
  client: Pick<WorkbookClient, 'call'>,
  files: readonly File[],
  onProgress: (progress: StageProgress) => void,
  signal: AbortSignal,
): Promise<{ readonly staged: Staged; readonly refused: readonly string[] } | null> {
  const staged: Staged = [];
  const refused: string[] = [];
  const allBytes = files.reduce((sum, file) => sum + file.size, 0);
  let bytesBefore = 0;
  for (const [index, file] of files.entries()) {
    const report = (bytes: number): void => {
      const part = allBytes === 0 ? 1 : (bytesBefore + bytes) / allBytes;
      onProgress({ name: file.name, position: index + 1, files: files.length, part });
    };
    try {
      staged.push({ token: await stage(client, file, report, signal), name: file.name });
    } catch (error) {
      if (signal.aborted) return null;
      refused.push(refusalOf(file.name, error));
    }
    bytesBefore += file.size;
  }
  return { staged, refused };
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
  // An empty file still needs one piece: the token comes with it, and the check says what is wrong with the file.
  do {
    signal.throwIfAborted();
    const piece = file.slice(start, start + PIECE_BYTES);
    const base64 = base64Of(new Uint8Array(await piece.arrayBuffer()));
    const taken: { readonly token: string } = await client.call('stage-bytes', { token, base64 });
    token = taken.token;
    start += PIECE_BYTES;
    report(Math.min(start, file.size));
  } while (start < file.size);
  signal.throwIfAborted();
  return token;
}

function refusalOf(name: string, error: unknown): string {
  if (!(error instanceof WorkbookError)) {
    return `${name} could not be read. If it is still being written or has moved, save it again and retry.`;
  }
  // The service speaks of attaching here; dropped contributions come the same way and have another way in.
  return error.code === 'too-large'
    ? `${name} is larger than 50 MB, which is too much for dropping. Choose it or type its path instead.`
    : `${name} was not laid out. ${error.message}`;
}
