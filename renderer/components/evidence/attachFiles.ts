import type { WorkbookClient } from '../../../shared/api/client.ts';
import type { Saved } from '../../../shared/api/views/fieldView.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { unreadableWords, uploadFiles, type UploadPosition } from './uploadFiles.ts';

export type AttachOutcome = {
  readonly attached: readonly string[];
  /** One sentence for each file that was not taken. */
  readonly refused: readonly string[];
  /** The evidence after the last file that was taken. */
  readonly saved: Saved | null;
  readonly cancelled: boolean;
};

/** Attaches dropped or pasted files to an item of evidence. Stopping by `signal` keeps what was attached before. */
export async function attachFiles(
  client: Pick<WorkbookClient, 'call'>,
  evidence: string,
  files: readonly File[],
  onProgress: (position: UploadPosition) => void,
  signal: AbortSignal,
): Promise<AttachOutcome> {
  const attached: string[] = [];
  let saved: Saved | null = null;
  const { refused, cancelled } = await uploadFiles({
    send: (token, base64) => client.call('stage-bytes', { token, base64 }),
    files,
    take: async (token, { name }) => {
      saved = await client.call('attach-staged', { evidence, token, name });
      attached.push(name);
    },
    refusalOf,
    onProgress,
    signal,
  });
  return { attached, refused, saved, cancelled };
}

function refusalOf(name: string, error: unknown): string {
  if (!(error instanceof WorkbookError)) return unreadableWords(name);
  return error.message.includes(name) ? error.message : `${name} was not attached. ${error.message}`;
}
