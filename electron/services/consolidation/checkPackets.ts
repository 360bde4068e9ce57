import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { noDifferences } from '../../../shared/domain/consolidation/consolidationPreview.ts';
import type { PacketSource } from '../../../shared/api/views/consolidationView.ts';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { PacketManifest } from '../../packets/packetManifest.ts';
import { readPacket } from '../../packets/readPacket.ts';
import { unlockPacket } from '../../packets/unlockPacket.ts';
import { openSnapshot } from '../../store/file/snapshot.ts';
import { knownRecords, nothingKnown, type KnownRecords } from '../../store/consolidation/knownRecords.ts';
import {
  createStaging,
  stagedRecords,
  twoContents,
  type StagedRecords,
} from '../../store/consolidation/stagedRecords.ts';
import { STAGED_ATTACHMENTS, STAGING_FILE, type CheckedPackets, type PacketCheck } from './checkedPackets.ts';
import { isExcelFile } from '../returning/isExcelFile.ts';
import { readReturnedSource } from '../returning/readReturnedSource.ts';
import { differencesOf } from './differencesOf.ts';
import { sortStagedAttachments } from './sortStagedAttachments.ts';

const CHANGES_A_REPORT = 2_000;

type Report = (progress: number, step: string) => void;

/**
 * Checks packets from end to end and works out what taking them in would do. A packet that is refused leaves nothing of
 * itself; the others count as if it had not been there. The workbook is not touched: `snapshot` is a copy.
 */
export async function checkPackets(check: PacketCheck, report: Report): Promise<CheckedPackets> {
  mkdirSync(path.join(check.folder, STAGED_ATTACHMENTS), { recursive: true });
  const snapshot = check.snapshot === null ? undefined : openSnapshot(check.snapshot);
  const staging = createStaging(path.join(check.folder, STAGING_FILE));
  try {
    const known = snapshot === undefined ? nothingKnown : knownRecords(snapshot);
    const staged = stagedRecords(staging);
    const knownIds = new Set<string>();
    const sources: PacketSource[] = [];
    staging.exec('BEGIN');
    for (const [index, source] of check.sources.entries()) {
      report(0.8 * (index / check.sources.length), `Checking ${source.name}`);
      staging.exec('SAVEPOINT source');
      let changes = 0;
      const onChange = (): void => {
        changes += 1;
        if (changes % CHANGES_A_REPORT === 0)
          report(0.8 * (index / check.sources.length), `Checking ${source.name}`);
      };
      const found = await checkSource({ check, source, index, known, knownIds, staged, onChange });
      if (found.state !== 'ready') staging.exec('ROLLBACK TO source');
      staging.exec('RELEASE source');
      if (found.state !== 'ready') {
        sources.push(found);
        continue;
      }
      const counts = differencesOf(staged.ofSource(index), known, knownIds).counts;
      const news = counts.changes - counts.known;
      const files = sortStagedAttachments(staged.aboutAttachments(index), check);
      const isKnown = news === 0 && files.missingBefore === 0;
      sources.push({
        ...found,
        counts,
        ignored: [...found.ignored, ...files.ignored],
        ...(isKnown ? { state: 'known', sentence: knownSentence(found.ignored.length > 0) } : {}),
      });
    }
    report(0.9, 'Comparing with the workbook');
    const all = differencesOf(staged.all(), known, knownIds);
    staging.exec('COMMIT');
    return {
      sources,
      total: sources.length === 0 ? noDifferences : all.counts,
      differences: [...all.differences],
      more: all.more,
      attachments: [...sortStagedAttachments(staged.aboutAttachments(), check).wanted],
    };
  } finally {
    staging.close();
    snapshot?.close();
  }
}

type SourceCheck = {
  readonly check: PacketCheck;
  readonly source: PacketCheck['sources'][number];
  readonly index: number;
  readonly known: KnownRecords;
  /** Filled with those that the workbook has. */
  readonly knownIds: Set<string>;
  readonly staged: StagedRecords;
  readonly onChange: () => void;
};

async function checkSource(parts: SourceCheck): Promise<PacketSource> {
  const { check, source, index, known, knownIds, staged } = parts;
  const copy = path.join(check.folder, `packet-${index}`);
  const unpacked: string[] = [];
  let manifest: PacketManifest | undefined;
  const blank = { ...source, sentence: null, code: null, from: null, counts: noDifferences, ignored: [] };
  const onChange = (change: ChangeRecord): void => {
    const hash = known.hashOf(change.id);
    if (hash !== undefined && hash !== change.hash) throw twoContents();
    if (hash !== undefined) knownIds.add(change.id);
    staged.add(index, change);
    parts.onChange();
  };
  try {
    if (isExcelFile(source.name)) {
      const workbook = check.workbook?.id ?? null;
      const returned = await readReturnedSource(source, { workbook, passwords: check.passphrases });
      for (const change of returned.changes) onChange(change);
      return { ...blank, state: 'ready', from: returned.from, ignored: [...returned.ignored] };
    }
    const unlocked = await unlockPacket(source.path, check.passphrases, copy);
    manifest = await readPacket(unlocked.file, {
      onManifest: (read) => refuseOtherWorkbook(read, check.workbook),
      onChange,
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

function refuseOtherWorkbook({ workbook }: PacketManifest, own: PacketCheck['workbook']): void {
  if (own === null || workbook.id === own.id) return;
  throw new WorkbookError(
    'other-workbook',
    `The packet belongs to another workbook: ${nameOf(workbook)}. This one is ${nameOf(own)}. Nothing was taken from it.`,
  );
}

function nameOf({ partnership, round }: { readonly partnership: string; readonly round: string }): string {
  return `“${[partnership, round].filter((part) => part !== '').join(', ') || 'without a name'}”`;
}

function fromOf(manifest: PacketManifest, encrypted: boolean): PacketSource['from'] {
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

function knownSentence(hasIgnored: boolean): string {
  return hasIgnored
    ? 'Nothing new in it can be taken in; the list says what was left aside and why.'
    : 'Everything in it is in this workbook already.';
}
