import type { WorkbookClient } from '../../../shared/api/client.ts';
import type { InputOf } from '../../../shared/api/contract.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { unreadableWords, uploadFiles, type UploadPosition } from '../../components/evidence/uploadFiles.ts';

/** Dropped files as the desk takes them. */
export type Staged = {
  readonly granted: NonNullable<InputOf<'start-consolidation-preview'>['granted']>;
  readonly staged: NonNullable<InputOf<'start-consolidation-preview'>['staged']>;
};

/**
 * Makes dropped contributions known to the program, to be checked: by where they lie, where the host can tell, and piece by
 * piece elsewhere. Answers null when it was stopped by `signal`.
 */
export async function stageFiles(
  client: Pick<WorkbookClient, 'call' | 'grantFiles'>,
  files: readonly File[],
  onProgress: (position: UploadPosition) => void,
  signal: AbortSignal,
): Promise<(Staged & { readonly refused: readonly string[] }) | null> {
  const tokens = await client.grantFiles(files);
  const granted = tokens.filter((token) => token !== null);
  const staged: Staged['staged'] = [];
  const { refused, cancelled } = await uploadFiles({
    send: (token, base64, { size }) => client.call('stage-contribution', { token, bytes: size, base64 }),
    isAnnounced: true,
    files: files.filter((_file, index) => (tokens[index] ?? null) === null),
    take: (token, { name }) => void staged.push({ token, name }),
    refusalOf,
    onProgress,
    signal,
  });
  return cancelled ? null : { granted, staged, refused };
}

function refusalOf(name: string, error: unknown): string {
  return error instanceof WorkbookError
    ? `${name} was not laid out. ${error.message}`
    : unreadableWords(name);
}
