import path from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Problem } from './checkRecords.ts';
import { failureCode, isMissing } from './fileFailure.ts';
import { sha256OfFile } from './sha256.ts';

const MISSING = 'An attached file is missing';

/**
 * Checks the content of every attached file against its fingerprint, and answers how many there are and how many of those
 * that are here are damaged. `onFile` is told the share that is done, before each file.
 */
export function checkAttachments(
  database: Database,
  attachmentsFolder: string,
  onProblem: (problem: Problem) => void,
  onFile: (share: number) => void,
): { readonly checked: number; readonly damaged: number } {
  const contents = database
    .prepare<[], string>('SELECT DISTINCT sha256 FROM attachment ORDER BY sha256')
    .pluck()
    .all();
  let damaged = 0;
  contents.forEach((sha256, index) => {
    onFile(index / contents.length);
    const what = whatIsWrong(path.join(attachmentsFolder, sha256), sha256);
    if (what === undefined) return;
    onProblem({ what, where: `attachments/${sha256}` });
    if (what !== MISSING) damaged += 1;
  });
  return { checked: contents.length, damaged };
}

function whatIsWrong(file: string, sha256: string): string | undefined {
  try {
    return sha256OfFile(file) === sha256 ? undefined : 'An attached file is not what was attached';
  } catch (cause) {
    if (failureCode(cause) === undefined) throw cause;
    return isMissing(cause) ? MISSING : 'An attached file cannot be read';
  }
}
