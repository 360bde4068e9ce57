import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { makePart } from '../file/makePart.ts';
import { workbookPaths } from '../file/workbookPaths.ts';
import { attachmentKind, START_BYTES } from './attachmentKind.ts';
import { cleanAttachmentName } from './cleanAttachmentName.ts';
import { copyAttachment } from './copyAttachment.ts';

/**
 * A private, read-only copy of an attachment for the computer's own program, checked against its fingerprint and its kind.
 * It is deleted when the workbook is next opened.
 *
 * Opening runs whatever the computer has for the name, and the name may have come from another laptop; so the rules are
 * applied here again.
 *
 * @returns the copy's path, whose name is the clean one.
 * @throws WorkbookError `file-kind` when it may only be saved; as `copyAttachment`.
 */
export function openableCopy(folder: string, sha256: string, name: string): string {
  const clean = cleanAttachmentName(name);
  const kind = attachmentKind(clean);
  if (kind?.treatment !== 'open') {
    throw new WorkbookError(
      'file-kind',
      `${clean} is not opened from here, as files of this kind can carry programs. Save a copy, and open that if you trust it.`,
    );
  }
  const { work } = workbookPaths(folder);
  makePart(work);
  const opened = path.join(work, 'open');
  mkdirSync(opened, { recursive: true, mode: 0o700 });
  const copy = path.join(mkdtempSync(path.join(opened, 'file-')), clean);
  copyAttachment(folder, sha256, copy);
  if (!kind.fits(startOf(copy))) {
    throw new WorkbookError(
      'file-kind',
      `${clean} is not opened: its content is not what its name says. Save a copy, and open that if you trust it.`,
    );
  }
  // Office opens what is marked as coming from elsewhere in its protected view, with macros off.
  if (process.platform === 'win32')
    writeFileSync(`${copy}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n');
  chmodSync(copy, 0o400);
  return copy;
}

function startOf(file: string): Uint8Array {
  const start = Buffer.alloc(START_BYTES);
  const handle = openSync(file, 'r');
  try {
    return start.subarray(0, readSync(handle, start, 0, START_BYTES, 0));
  } finally {
    closeSync(handle);
  }
}
