import { existsSync } from 'node:fs';
import { attachmentFile } from './attachmentFile.ts';

/** Whether the content with this fingerprint is in the workbook's folder. It may be missing after a folder was copied in part. */
export function isInStore(folder: string, sha256: string): boolean {
  return existsSync(attachmentFile(folder, sha256));
}
