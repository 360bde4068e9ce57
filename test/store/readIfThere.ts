import { readFileSync } from 'node:fs';
import { isMissing } from '../../electron/store/file/fileFailure.ts';

/** What is in a file that others may take away at any moment; null where there is none any more. */
export function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
}
