import { rmSync } from 'node:fs';
import { failureCode, isMissing } from './fileFailure.ts';

/** Removes what there is of an unfinished file; nothing at all is fine too. */
export function removePart(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch (cause) {
    // Where there is not even a folder, or can be no such name, nothing was left.
    if (!isMissing(cause) && failureCode(cause) !== 'ENAMETOOLONG') throw cause;
  }
}
