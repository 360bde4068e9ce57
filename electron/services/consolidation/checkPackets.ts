import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { PacketSource } from '../../../shared/api/views/consolidationView.ts';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { noDifferences } from '../../../shared/domain/consolidation/consolidationPreview.ts';
import { knownRecords, nothingKnown } from '../../store/consolidation/knownRecords.ts';
import { createStaging, stagedRecords } from '../../store/consolidation/stagedRecords.ts';
import { openSnapshot } from '../../store/file/snapshot.ts';
import { STAGED_ATTACHMENTS, STAGING_FILE, type CheckedPackets, type PacketCheck } from './checkedPackets.ts';
import { checkSource } from './checkSource.ts';
import { differencesOf, type Differences } from './differencesOf.ts';
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
    let only: Differences | undefined;
    // One transaction each: a look-up of its own would lock and unlock the file.
    for (const database of [staging, snapshot]) database?.exec('BEGIN');
    for (const [index, source] of check.sources.entries()) {
      const tell = (): void => report(0.8 * (index / check.sources.length), `Checking ${source.name}`);
      tell();
      staging.exec('SAVEPOINT source');
      const onChange = nowAndThen(tell);
      const found = await checkSource({ check, source, index, known, knownIds, staged, onChange });
      if (found.state !== 'ready') staging.exec('ROLLBACK TO source');
      staging.exec('RELEASE source');
      if (found.state !== 'ready') {
        sources.push(found);
        continue;
      }
      const differences = differencesOf(each(staged.ofSource(index), tell), known, knownIds);
      if (check.sources.length === 1) only = differences;
      const { counts } = differences;
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
    const tell = (): void => report(0.9, 'Comparing with the workbook');
    tell();
    const all = only ?? differencesOf(each(staged.all(), tell), known, knownIds);
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

/** Calls `tell` once in so many calls: whoever hears nothing for long takes the work for hanging. */
function nowAndThen(tell: () => void): () => void {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls % CHANGES_A_REPORT === 0) tell();
  };
}

function* each(changes: Iterable<ChangeRecord>, tell: () => void): Generator<ChangeRecord> {
  const onChange = nowAndThen(tell);
  for (const change of changes) {
    onChange();
    yield change;
  }
}

function knownSentence(hasIgnored: boolean): string {
  return hasIgnored
    ? 'Nothing new in it can be taken in; the list says what was left aside and why.'
    : 'Everything in it is in this workbook already.';
}
