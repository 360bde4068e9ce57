import { rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { PacketManifest } from '../../packets/packetManifest.ts';
import { packetLimits } from '../../packets/packetLimits.ts';
import { readPacket } from '../../packets/readPacket.ts';
import { refuseWithoutRoom } from '../../packets/roomForFile.ts';
import { unlockPacket } from '../../packets/unlockPacket.ts';
import { writePacket } from '../../packets/writePacket.ts';
import { syncFile } from '../../store/file/durableFile.ts';
import { explainTargetFailure } from '../../store/file/explainTargetFailure.ts';
import { removePart } from '../../store/file/removePart.ts';
import { sha256OfFile } from '../../store/file/sha256.ts';
import type { HandOverTask, WrittenPacket } from './handOverTask.ts';

/** The zip's own records, and encryption's, for each entry: generously. */
const BYTES_AN_ENTRY = 400;
const ENCRYPTION_SHARE = 1.001;
/** The manifest and the changes. */
const OTHER_ENTRIES = 2;

/**
 * Writes a packet to a new file, syncs it and reads it back from end to end.
 *
 * @throws WorkbookError `disk-full` and `too-large` before anything is written; `check-failed` when what is on the disk is
 *   not what was meant. No file is left behind then.
 */
export async function writeHandOver(
  task: HandOverTask,
  report: (progress: number, step: string) => void,
): Promise<WrittenPacket> {
  const { manifest, packed } = task;
  const attachmentFile = (sha256: string): string => path.join(task.attachments, sha256);
  const attached = manifest.attachments.reduce((sum, { bytes }) => sum + bytes, 0);
  const expected = Math.ceil(
    (manifest.changes.bytes + attached + BYTES_AN_ENTRY * (manifest.attachments.length + 2)) *
      ENCRYPTION_SHARE,
  );
  refuseTooMuch(manifest, expected);
  try {
    refuseWithoutRoom(expected, statfsSync(path.dirname(task.target)), path.dirname(task.target));
    await writePacket({ manifest, packed, attachmentFile }, task.target, {
      passphrase: task.passphrase,
      onBytes: (bytes) => report(0.1 + 0.5 * Math.min(1, bytes / expected), 'Writing the packet'),
    });
    syncFile(task.target);
    await readBack(task, manifest, report).catch((cause: unknown) => {
      refuseDamaged(manifest, attachmentFile);
      throw cause;
    });
    return { bytes: statSync(task.target).size, sha256: sha256OfFile(task.target) };
  } catch (cause) {
    removePart(task.target);
    throw explainTargetFailure(cause, task.target);
  }
}

function refuseTooMuch(manifest: PacketManifest, expected: number): void {
  if (manifest.attachments.length + OTHER_ENTRIES > packetLimits.entries)
    throw new WorkbookError(
      'too-large',
      `There are more attached files than one packet may hold (${packetLimits.entries.toLocaleString('en-GB')}). Leave them out, or hand over one partner’s part at a time.`,
    );
  if (manifest.changes.bytes <= packetLimits.changes && expected <= packetLimits.file) return;
  throw new WorkbookError(
    'too-large',
    'This is more than one packet may hold (2 GB). Leave the attached files out, or hand over what is new since the last packet.',
  );
}

/** The disk that was written to is not to blame where a packet disagrees with an attached file that was damaged before. */
function refuseDamaged({ attachments }: PacketManifest, attachmentFile: (sha256: string) => string): void {
  if (attachments.every(({ sha256 }) => sha256OfFile(attachmentFile(sha256)) === sha256)) return;
  throw new WorkbookError(
    'damaged',
    'An attached file in this workbook is damaged: it is not what was attached, so no packet was made. Leave the attached files out; or open those of your evidence to find which it is, and attach it again from where it came from.',
  );
}

async function readBack(
  task: HandOverTask,
  manifest: PacketManifest,
  report: (progress: number, step: string) => void,
): Promise<void> {
  const copy = path.join(task.folder, 'read-back');
  report(0.65, 'Reading the packet back');
  try {
    const passphrases = task.passphrase === null ? [] : [task.passphrase];
    const { file } = await unlockPacket(task.target, passphrases, copy);
    report(0.8, 'Reading the packet back');
    const read = await readPacket(file, {
      onManifest: () => {},
      onChange: () => {},
      attachmentTarget: () => null,
    });
    if (read.hash !== manifest.hash)
      throw new Error('The packet that was read is not the one that was written');
  } catch (cause) {
    throw new WorkbookError(
      'check-failed',
      'The packet was read back and is not what was written. It was removed. Try another place, such as another memory stick.',
      { cause },
    );
  } finally {
    rmSync(copy, { force: true });
  }
}
