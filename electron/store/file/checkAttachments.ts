import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Problem } from './checkRecords.ts';
import { sha256OfFile } from './sha256.ts';

/**
 * Checks the content of every attached file against its fingerprint, and answers how many there are. `onFile` is told the
 * share that is done, before each file.
 */
export function checkAttachments(
  database: Database,
  attachmentsFolder: string,
  onProblem: (problem: Problem) => void,
  onFile: (share: number) => void,
): number {
  const contents = database
    .prepare<[], string>('SELECT DISTINCT sha256 FROM attachment ORDER BY sha256')
    .pluck()
    .all();
  contents.forEach((sha256, index) => {
    onFile(index / contents.length);
    const file = path.join(attachmentsFolder, sha256);
    const where = `attachments/${sha256}`;
    if (!existsSync(file)) onProblem({ what: 'An attached file is missing', where });
    else if (sha256OfFile(file) !== sha256)
      onProblem({ what: 'An attached file is not what was attached', where });
  });
  return contents.length;
}
