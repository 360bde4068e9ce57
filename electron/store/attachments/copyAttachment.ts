import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { renameDurably, syncFile } from '../file/durableFile.ts';
import { explainTargetFailure } from '../file/explainTargetFailure.ts';
import { removePart } from '../file/removePart.ts';
import { sha256OfFile } from '../file/sha256.ts';
import { attachmentFile } from './attachmentFile.ts';

/**
 * Writes a copy of an attachment to `target`, replacing what the person agreed to replace, after checking the copy's fingerprint.
 *
 * @throws WorkbookError `not-found` when the content is not in the workbook's folder, `damaged` when it is not what was
 *   attached, `disk-full`, `read-only`, `file-in-use`, `invalid-input` for a name that is too long. What stood at `target` is
 *   still there then.
 */
export function copyAttachment(folder: string, sha256: string, target: string): void {
  const source = attachmentFile(folder, sha256);
  if (!existsSync(source)) {
    throw new WorkbookError(
      'not-found',
      'The attached file is not in the workbook’s folder. It may be in another copy of it: attach it again from there.',
    );
  }
  const unfinished = path.join(path.dirname(target), `.${sha256.slice(0, 16)}.part`);
  try {
    copyFileSync(source, unfinished);
    syncFile(unfinished);
    if (sha256OfFile(unfinished) !== sha256) {
      throw new WorkbookError(
        'damaged',
        'The attached file is damaged: it is not what was attached. Attach it again from where it came from.',
      );
    }
    renameDurably(unfinished, target);
  } catch (cause) {
    throw explainTargetFailure(cause, target);
  } finally {
    removePart(unfinished);
  }
}
