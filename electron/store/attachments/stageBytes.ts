import { appendFileSync, existsSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { explainFileFailure } from '../file/fileFailure.ts';
import { makePart } from '../file/makePart.ts';
import { workbookPaths } from '../file/workbookPaths.ts';
import { LARGEST_ATTACHMENT } from './attachmentLimits.ts';

export type StagingLimit = { readonly bytes: number; readonly sentence: string };

const asAttachment: StagingLimit = {
  bytes: LARGEST_ATTACHMENT,
  sentence:
    'The file was not attached: it is larger than 50 MB. Attach the part that matters, or write down where it is kept.',
};

/**
 * Takes the next piece of a file that was dropped or pasted, which a page can only hand over as bytes. A file that is
 * never attached is gone when the workbook is next opened.
 *
 * @param token what the first piece was answered with, or null for the first piece.
 * @param limit how many bytes may be staged under one token, and what is said of more.
 * @throws WorkbookError `too-large` (what was staged is let go), `not-found`, `disk-full`, `read-only`.
 */
export function stageBytes(
  folder: string,
  token: string | null,
  bytes: Uint8Array,
  newToken: () => string,
  limit: StagingLimit = asAttachment,
): { readonly token: string; readonly bytes: number } {
  const known = token ?? newToken();
  const file =
    token === null ? path.join(workbookPaths(folder).work, stagedName(known)) : stagedFile(folder, known);
  try {
    makePart(path.dirname(file));
    const before = existsSync(file) ? statSync(file).size : 0;
    if (before + bytes.length > limit.bytes) {
      rmSync(file, { force: true });
      throw new WorkbookError('too-large', limit.sentence);
    }
    appendFileSync(file, bytes, { mode: 0o600 });
    return { token: known, bytes: before + bytes.length };
  } catch (cause) {
    throw explainFileFailure(cause, folder);
  }
}

/** Where the staged bytes lie. @throws WorkbookError `not-found` when nothing was staged under the token. */
export function stagedFile(folder: string, token: string): string {
  const file = path.join(workbookPaths(folder).work, stagedName(token));
  if (!existsSync(file))
    throw new WorkbookError('not-found', 'The file that was dropped is not there any more. Drop it again.');
  return file;
}

/** Lets go of staged bytes, attached or not. */
export function discardStaged(folder: string, token: string): void {
  rmSync(path.join(workbookPaths(folder).work, stagedName(token)), { force: true });
}

function stagedName(token: string): string {
  if (!/^[0-9a-f]{8,64}$/.test(token))
    throw new WorkbookError('invalid-input', 'There is no staged file of this name.');
  return `staged-${token}`;
}
