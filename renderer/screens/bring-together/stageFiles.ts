import type { WorkbookClient } from '../../../shared/api/client.ts';
import type { InputOf } from '../../../shared/api/contract.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { unreadableWords, uploadFiles, type UploadPosition } from '../../components/evidence/uploadFiles.ts';

export type Staged = NonNullable<InputOf<'start-consolidation-preview'>['staged']>;

/** Brings dropped contributions to the program, to be checked. Answers null when it was stopped by `signal`. */
export async function stageFiles(
  client: Pick<WorkbookClient, 'call'>,
  files: readonly File[],
  onProgress: (position: UploadPosition) => void,
  signal: AbortSignal,
): Promise<{ readonly staged: Staged; readonly refused: readonly string[] } | null> {
  const staged: Staged = [];
  const { refused, cancelled } = await uploadFiles({
    client,
    files,
    take: (token, { name }) => void staged.push({ token, name }),
    refusalOf,
    onProgress,
    signal,
  });
  return cancelled ? null : { staged, refused };
}

function refusalOf(name: string, error: unknown): string {
  if (!(error instanceof WorkbookError)) return unreadableWords(name);
  // The service speaks of attaching here; dropped contributions come the same way and have another way in.
  return error.code === 'too-large'
    ? `${name} is larger than 50 MB, which is too much for dropping. Choose it or type its path instead.`
    : `${name} was not laid out. ${error.message}`;
}
