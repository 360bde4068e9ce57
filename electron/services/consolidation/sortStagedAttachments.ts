import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { partsOfAttachment } from '../../../shared/domain/entityIdentity.ts';
import { attachmentKind, START_BYTES } from '../../store/attachments/attachmentKind.ts';
import { cleanAttachmentName } from '../../store/attachments/cleanAttachmentName.ts';
import { STAGED_ATTACHMENTS, type PacketCheck } from './checkedPackets.ts';

export type SortedAttachments = {
  /** Unpacked files, by the names that they have in the folder of the check, of which one for each content is kept. */
  readonly wanted: readonly string[];
  /** How many of these the workbook does not have yet. */
  readonly missingBefore: number;
  readonly ignored: { what: string; why: string }[];
};

/**
 * Tells which of the unpacked files that `records` refer to may be kept, and why others are not. Any name that a file ever
 * had may tell its kind: people agree on names without an ending.
 */
export function sortStagedAttachments(
  records: Iterable<ChangeRecord>,
  check: PacketCheck,
): SortedAttachments {
  const folder = path.join(check.folder, STAGED_ATTACHMENTS);
  const unpacked = new Map(readdirSync(folder).map((file) => [file.slice(file.lastIndexOf('-') + 1), file]));
  const names = new Map<string, string[]>();
  for (const record of records) {
    const sha256 = record.entity === 'attachment' ? partsOfAttachment(record.entityId)?.sha256 : undefined;
    if (sha256 === undefined) continue;
    const soFar = names.get(sha256) ?? [];
    const name = record.set['name'];
    names.set(sha256, typeof name === 'string' ? [...soFar, name] : soFar);
  }
  const wanted: string[] = [];
  const ignored: { what: string; why: string }[] = [];
  let missingBefore = 0;
  for (const [sha256, itsNames] of names) {
    const isHere = existsSync(path.join(check.attachments, sha256));
    const file = unpacked.get(sha256);
    const what = itsNames.at(-1) ?? 'An attached file';
    if (isHere) continue;
    if (file === undefined) {
      ignored.push({
        what,
        why: 'The file is not in the packet, as when one is made without attached files. Its entry is taken.',
      });
    } else if (!itsNames.some((name) => isOfItsKind(path.join(folder, file), name))) {
      ignored.push({
        what,
        why: 'Files of this kind are not taken, or its content is not what its name says. Its entry is taken.',
      });
    } else {
      missingBefore += 1;
      wanted.push(file);
    }
  }
  return { wanted, missingBefore, ignored };
}

function isOfItsKind(file: string, name: string): boolean {
  const kind = attachmentKind(cleanAttachmentName(name));
  if (kind === undefined) return false;
  const start = Buffer.alloc(START_BYTES);
  const handle = openSync(file, 'r');
  try {
    return kind.fits(start.subarray(0, readSync(handle, start, 0, START_BYTES, 0)));
  } finally {
    closeSync(handle);
  }
}
