import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { renameDurably, syncFolder } from '../file/durableFile.ts';
import { explainFileFailure, isMissing } from '../file/fileFailure.ts';
import { makePart } from '../file/makePart.ts';
import { sha256OfFile, startSha256 } from '../file/sha256.ts';
import { workbookPaths } from '../file/workbookPaths.ts';
import { attachmentFile } from './attachmentFile.ts';
import { attachmentKind, START_BYTES, type AttachmentKind } from './attachmentKind.ts';
import { LARGEST_ATTACHMENT, LARGEST_WORKBOOK } from './attachmentLimits.ts';
import { cleanAttachmentName } from './cleanAttachmentName.ts';

/** What an attachment's record says of the file. */
export type StoredAttachment = {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string;
};

/**
 * Copies a file into the workbook's folder under the fingerprint of its content. When this returns the content is on the
 * disk for good; only then may a record that refers to it be committed. The same content is kept once.
 *
 * @throws WorkbookError `file-kind`, `too-large`, `not-found`, `file-in-use`, `disk-full`, `read-only`. Nothing is left
 *   behind then.
 */
export function storeAttachment(folder: string, source: string, name: string): StoredAttachment {
  const clean = cleanAttachmentName(name);
  const kind = attachmentKind(clean);
  if (kind === undefined) {
    throw new WorkbookError(
      'file-kind',
      `${clean} was not attached: files of this kind can carry programs or are not known. Save it as a PDF and attach that.`,
    );
  }
  const { work } = workbookPaths(folder);
  const copy = path.join(work, `attaching-${process.pid}-${Date.now()}`);
  try {
    makePart(work);
    const copied = copyHashed(source, copy, clean, kind, roomLeft(folder));
    putInPlace(folder, copy, copied.sha256);
    return { ...copied, name: clean, mediaType: kind.mediaType };
  } catch (cause) {
    throw explainFileFailure(cause, folder);
  } finally {
    rmSync(copy, { force: true });
  }
}

function copyHashed(
  source: string,
  copy: string,
  name: string,
  kind: AttachmentKind,
  room: number,
): { readonly sha256: string; readonly bytes: number } {
  const from = reading(name, () => openSync(source, 'r'));
  try {
    const found = fstatSync(from);
    if (!found.isFile()) throw new WorkbookError('file-kind', `${name} was not attached: it is not a file.`);
    refuseTooLarge(found.size, name, room);
    const to = openSync(copy, 'wx', 0o600);
    try {
      const copied = pour(from, to, name, kind, room);
      fsyncSync(to);
      return copied;
    } finally {
      closeSync(to);
    }
  } finally {
    closeSync(from);
  }
}

/** What cannot be read is the file that was to be attached: the sentence must not speak of the workbook's folder. */
function reading<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    if (isMissing(cause))
      throw new WorkbookError('not-found', `${name} was not attached: the file is not there any more.`, {
        cause,
      });
    throw new WorkbookError(
      'file-in-use',
      `${name} was not attached: it cannot be read. Close it in other programs, or make a copy of it and attach that.`,
      { cause },
    );
  }
}

/** Counted while copying too: a file may grow between being measured and being read. */
function pour(from: number, to: number, name: string, kind: AttachmentKind, room: number) {
  const hash = startSha256();
  const piece = Buffer.alloc(1 << 20);
  let bytes = 0;
  for (;;) {
    const read = reading(name, () => readSync(from, piece, 0, piece.length, null));
    if (bytes === 0) refuseMismatch(piece.subarray(0, Math.min(read, START_BYTES)), name, kind);
    if (read === 0) return { sha256: hash.digest('hex'), bytes };
    bytes += read;
    refuseTooLarge(bytes, name, room);
    hash.update(piece.subarray(0, read));
    for (let written = 0; written < read;) written += writeSync(to, piece, written, read - written);
  }
}

function refuseMismatch(start: Uint8Array, name: string, kind: AttachmentKind): void {
  if (start.length === 0)
    throw new WorkbookError('file-kind', `${name} was not attached: the file is empty.`);
  if (!kind.fits(start)) {
    throw new WorkbookError(
      'file-kind',
      `${name} was not attached: its content is not what its name says. Open it in its own program, save it again and attach that.`,
    );
  }
}

function refuseTooLarge(bytes: number, name: string, room: number): void {
  if (bytes > LARGEST_ATTACHMENT) {
    throw new WorkbookError(
      'too-large',
      `${name} was not attached: it is larger than 50 MB. Attach the part that matters, or write down where it is kept.`,
    );
  }
  if (bytes > room) {
    throw new WorkbookError(
      'too-large',
      `${name} was not attached: the files of this workbook would be more than 1 GB together.`,
    );
  }
}

/** How many bytes the workbook's attachments may still grow by. */
function roomLeft(folder: string): number {
  const { attachments } = workbookPaths(folder);
  makePart(attachments);
  const used = readdirSync(attachments).reduce(
    (sum, file) => sum + statSync(path.join(attachments, file)).size,
    0,
  );
  return LARGEST_WORKBOOK - used;
}

function putInPlace(folder: string, copy: string, sha256: string): void {
  const place = attachmentFile(folder, sha256);
  // Attaching a file again also heals a copy that was damaged on the disk.
  if (existsSync(place) && sha256OfFile(place) === sha256) return syncFolder(path.dirname(place));
  renameDurably(copy, place);
}
