import { rmSync } from 'node:fs';
import path from 'node:path';
import { noDifferences } from '../../../shared/domain/consolidation/consolidationPreview.ts';
import { sealedChange, type SealedChange } from '../../../shared/domain/sealRecord.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { PacketManifest } from '../../packets/packetManifest.ts';
import { readPacket } from '../../packets/readPacket.ts';
import { unlockPacket } from '../../packets/unlockPacket.ts';
import type { KnownRecords } from '../../store/consolidation/knownRecords.ts';
import { twoContents, type StagedRecords } from '../../store/consolidation/stagedRecords.ts';
import { isExcelFile } from '../returning/isExcelFile.ts';
import { readReturnedSource } from '../returning/readReturnedSource.ts';
import { STAGED_ATTACHMENTS, type CheckedSource, type PacketCheck } from './checkedPackets.ts';

/** One file on the desk, and what it is checked against. */
export type SourceCheck = {
  readonly check: PacketCheck;
  readonly source: PacketCheck['sources'][number];
  readonly index: number;
  /** What the workbook has, once its copy is open. */
  readonly opening: Promise<KnownRecords>;
  readonly staged: StagedRecords;
  readonly onChange: () => void;
};

/**
 * Reads one packet or returned workbook from end to end into the staged changes. What is wrong with it is in the answer;
 * the caller takes back what it has staged then.
 *
 * @throws WorkbookError `cancelled`; whatever is no fault of the file.
 */
export async function checkSource(parts: SourceCheck): Promise<CheckedSource> {
  const { check, source, index, opening, staged } = parts;
  const copy = path.join(check.folder, `packet-${index}`);
  const unpacked: string[] = [];
  let manifest: PacketManifest | undefined;
  const blank = { ...source, sentence: null, code: null, from: null, counts: noDifferences, ignored: [] };
  const stagingAgainst =
    (known: KnownRecords) =>
    (change: SealedChange): void => {
      const hash = known.hashOf(change.id);
      if (hash !== undefined && hash !== change.hash) throw twoContents();
      staged.add(index, change, hash !== undefined);
      parts.onChange();
    };
  try {
    if (isExcelFile(source.name)) {
      const workbook = check.workbook?.id ?? null;
      const returned = await readReturnedSource(source, { workbook, passwords: check.passphrases });
      returned.changes.forEach(stagingAgainst(await opening));
      return { ...blank, state: 'ready', from: returned.from, ignored: [...returned.ignored] };
    }
    const unlocked = await unlockPacket(source.path, check.passphrases, copy);
    const stage = stagingAgainst(await opening);
    manifest = await readPacket(unlocked.file, {
      onManifest: (read) => {
        if (check.workbook === null) refuseRemainder(read);
        else refuseOtherWorkbook(read, check.workbook);
      },
      onChange: (change) => stage(sealedChange(change)),
      attachmentTarget: (sha256) => {
        const target = path.join(check.folder, STAGED_ATTACHMENTS, `${index}-${sha256}`);
        unpacked.push(target);
        return target;
      },
    });
    return { ...blank, state: 'ready', from: fromOf(manifest, unlocked.wasEncrypted) };
  } catch (cause) {
    for (const file of unpacked) rmSync(file, { force: true });
    if (!(cause instanceof WorkbookError) || cause.code === 'cancelled') throw cause;
    const state = cause.code === 'wrong-passphrase' ? 'locked' : 'refused';
    return { ...blank, state, sentence: cause.message, code: cause.code };
  } finally {
    rmSync(copy, { force: true });
  }
}

/** What came after another packet is no workbook by itself: somebody who began with it would miss the rest unawares. */
function refuseRemainder({ part }: PacketManifest): void {
  if (part.kind !== 'since' || part.basis === null) return;
  throw new WorkbookError(
    'invalid-input',
    'The packet holds only what was new since an earlier one. Ask for one that holds everything and start from that; then bring this one in under “Bring together”.',
  );
}

function refuseOtherWorkbook({ workbook }: PacketManifest, own: NonNullable<PacketCheck['workbook']>): void {
  if (workbook.id === own.id) return;
  throw new WorkbookError(
    'other-workbook',
    `The packet belongs to another workbook: ${nameOf(workbook)}. This one is ${nameOf(own)}. Nothing was taken from it.`,
  );
}

function nameOf({ partnership, round }: { readonly partnership: string; readonly round: string }): string {
  return `“${[partnership, round].filter((part) => part !== '').join(', ') || 'without a name'}”`;
}

function fromOf(manifest: PacketManifest, encrypted: boolean): CheckedSource['from'] {
  const { packet, author, voice, voiceName, replica, madeAt, workbook } = manifest;
  return {
    packet,
    workbook: workbook.id,
    stamp: { author, voice, replica, at: madeAt },
    voiceName,
    partnership: workbook.partnership,
    round: workbook.round,
    encrypted,
  };
}
