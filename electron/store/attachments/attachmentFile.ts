import path from 'node:path';
import { workbookPaths } from '../file/workbookPaths.ts';

/** Where the content with this fingerprint lies. The name is made of the fingerprint alone, never of what a person typed. */
export function attachmentFile(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('An attachment is known by 64 hexadecimal digits');
  return path.join(workbookPaths(folder).attachments, sha256);
}
