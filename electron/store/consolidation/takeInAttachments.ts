import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { attachmentFile } from '../attachments/attachmentFile.ts';
import { renameDurably, syncFile, writeDurably } from '../file/durableFile.ts';
import { makePart } from '../file/makePart.ts';
import { workbookPaths } from '../file/workbookPaths.ts';
import { allAtOnce, type Steps } from '../steps.ts';

const noteSchema = z.array(z.string().regex(/^[0-9a-f]{64}$/));

/** Attached files that have been put in place for changes that are about to be taken in. */
export type AttachmentsTakenIn = {
  readonly count: number;
  /** The changes are in: the files stay. */
  readonly settle: () => void;
  /** The changes did not come in: the files go. */
  readonly takeBack: () => void;
};

/**
 * Moves checked files, by their fingerprints, into the workbook's folder; what is there stays.
 *
 * The change that refers to a file is committed after the file is there for good. Which files came is noted first, so that
 * they are taken away again when the program is cut off in between; see `clearUnsettledAttachments`.
 */
export function takeInAttachments(folder: string, files: ReadonlyMap<string, string>): AttachmentsTakenIn {
  return allAtOnce(takingInAttachments(folder, files));
}

/** The steps of `takeInAttachments`. */
export function* takingInAttachments(
  folder: string,
  files: ReadonlyMap<string, string>,
): Steps<AttachmentsTakenIn> {
  const coming = [...files].filter(([sha256]) => !existsSync(attachmentFile(folder, sha256)));
  if (coming.length === 0) return { count: 0, settle: () => {}, takeBack: () => {} };
  const note = noteFile(folder);
  const takeBack = (): void => {
    for (const [sha256, file] of coming) moveBack(attachmentFile(folder, sha256), file);
    rmSync(note, { force: true });
  };
  makePart(workbookPaths(folder).attachments);
  writeDurably(note, JSON.stringify(coming.map(([sha256]) => sha256)));
  try {
    for (const [sha256, file] of coming) {
      syncFile(file);
      renameDurably(file, attachmentFile(folder, sha256));
      yield;
    }
  } catch (cause) {
    takeBack();
    throw cause;
  }
  return { count: coming.length, settle: () => rmSync(note, { force: true }), takeBack };
}

/** To where it waited, so that the same packets can be taken in later. */
function moveBack(attachment: string, file: string): void {
  if (!existsSync(attachment)) return;
  try {
    renameDurably(attachment, file);
  } catch {
    // Where that place is gone, the packets have to be checked again; the workbook must not keep the file.
    rmSync(attachment, { force: true });
  }
}

/**
 * After a consolidation that was cut off: takes files away that came with it and that no change refers to. To be called
 * when the workbook has been opened, before anything is attached.
 */
export function clearUnsettledAttachments(database: Database, folder: string): void {
  const note = noteFile(folder);
  if (!existsSync(note)) return;
  const coming = noteSchema.safeParse(readNote(note));
  // All at once: there is no order in which to look for one, and a packet may bring a thousand files.
  const referred = new Set(
    database
      .prepare<[], string>(`SELECT substr(entity_id, -64) FROM change_record WHERE entity = 'attachment'`)
      .pluck()
      .all(),
  );
  for (const sha256 of coming.success ? coming.data : []) {
    if (!referred.has(sha256)) rmSync(attachmentFile(folder, sha256), { force: true });
  }
  rmSync(note, { force: true });
}

function readNote(note: string): unknown {
  try {
    return JSON.parse(readFileSync(note, 'utf8'));
  } catch {
    // A note that cannot be read costs some disk space and no content.
    return [];
  }
}

function noteFile(folder: string): string {
  return path.join(folder, 'consolidating.json');
}
