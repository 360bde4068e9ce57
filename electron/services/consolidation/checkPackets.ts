import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { noDifferences } from '../../../shared/domain/consolidation/consolidationPreview.ts';
import { knownRecords, nothingKnown } from '../../store/consolidation/knownRecords.ts';
import { createStaging } from '../../store/consolidation/createStaging.ts';
import { newEntries } from '../../store/consolidation/newEntries.ts';
import { stagedRecords } from '../../store/consolidation/stagedRecords.ts';
import { openSnapshot } from '../../store/file/snapshot.ts';
import type { StoreDatabase } from '../../store/storeDatabase.ts';
import {
  STAGED_ATTACHMENTS,
  STAGING_FILE,
  type CheckedPackets,
  type CheckedSource,
  type PacketCheck,
} from './checkedPackets.ts';
import { comingBack } from './comingBack.ts';
import { checkSource } from './checkSource.ts';
import { differencesOf } from './differencesOf.ts';
import { sortStagedAttachments } from './sortStagedAttachments.ts';

const CHANGES_A_REPORT = 2_000;
/** How far it is when every packet has been read. */
const READ = 0.7;
const COMPARING = 'Comparing with the workbook';

type Report = (progress: number, step: string) => void;

/**
 * Checks packets from end to end and works out what taking them in would do. A packet that is refused leaves nothing of
 * itself; the others count as if it had not been there. The workbook is not touched: the snapshot is a copy, and the first
 * file is read, as far as that goes, while it is made.
 *
 * @throws WorkbookError `cancelled`; what `snapshot` is rejected with; whatever is no fault of a file.
 */
export async function checkPackets(
  check: PacketCheck,
  snapshot: Promise<string | null>,
  report: Report,
): Promise<CheckedPackets> {
  mkdirSync(path.join(check.folder, STAGED_ATTACHMENTS), { recursive: true });
  const staging = createStaging(path.join(check.folder, STAGING_FILE));
  let workbook: StoreDatabase | undefined;
  const opening = snapshot.then((file) => {
    if (file === null) return nothingKnown;
    workbook = openSnapshot(file);
    // One transaction: a look-up of its own would lock and unlock the file.
    workbook.exec('BEGIN');
    return knownRecords(workbook);
  });
  // It is awaited where it is needed; until then something else may end the check.
  opening.catch(() => undefined);
  try {
    const staged = stagedRecords(staging);
    const read: CheckedSource[] = [];
    staging.exec('BEGIN');
    for (const [index, source] of check.sources.entries()) {
      const tell = (): void => report(READ * (index / check.sources.length), `Checking ${source.name}`);
      tell();
      const takeBack = staged.begin(index);
      const found = await checkSource({ check, source, index, opening, staged, onChange: nowAndThen(tell) });
      if (found.state !== 'ready') takeBack();
      read.push(found);
    }
    report(READ, COMPARING);
    staged.arrange();
    const all = staged.count();
    const onChange = nowAndThen((done) => report(READ + (1 - READ) * (done / all), COMPARING));
    const entries = newEntries(staging);
    const known = await opening;
    const back = comingBack(known.setAside(), staged.ids);
    const changes = each(staged.all(), onChange);
    const compared = differencesOf(changes, known, read.length, back, entries.note);
    entries.end();
    const sources = read.map((source, index): CheckedSource => {
      if (source.state !== 'ready') return source;
      const counts = compared.ofSources[index] ?? noDifferences;
      const files = sortStagedAttachments(staged.aboutAttachments(index), check);
      const isKnown = counts.changes === counts.known && files.missingBefore === 0;
      const ignored = [...source.ignored, ...files.ignored];
      if (!isKnown) return { ...source, counts, ignored };
      return {
        ...source,
        counts,
        ignored,
        state: 'known',
        sentence: knownSentence(source.ignored.length > 0),
      };
    });
    staging.exec('COMMIT');
    return {
      sources,
      total: compared.counts,
      differences: [...compared.differences],
      more: compared.more,
      attachments: [...sortStagedAttachments(staged.aboutAttachments(null), check).wanted],
    };
  } finally {
    staging.close();
    workbook?.close();
  }
}

/** Calls `tell` once in so many calls: whoever hears nothing for long takes the work for hanging. */
function nowAndThen(tell: (calls: number) => void): () => void {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls % CHANGES_A_REPORT === 0) tell(calls);
  };
}

function* each<Item>(items: Iterable<Item>, onItem: () => void): Generator<Item> {
  for (const item of items) {
    onItem();
    yield item;
  }
}

function knownSentence(hasIgnored: boolean): string {
  return hasIgnored
    ? 'Nothing new in it can be taken in; the list says what was left aside and why.'
    : 'Everything in it is in this workbook already.';
}
