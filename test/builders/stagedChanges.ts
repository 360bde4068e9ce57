import type { Database } from 'better-sqlite3';
import { differencesOf } from '../../electron/services/consolidation/differencesOf.ts';
import { attachStaging } from '../../electron/store/consolidation/attachStaging.ts';
import type { ConsolidationReceipt } from '../../electron/store/consolidation/consolidationReceipt.ts';
import { createStaging } from '../../electron/store/consolidation/createStaging.ts';
import { knownRecords } from '../../electron/store/consolidation/knownRecords.ts';
import { newEntries } from '../../electron/store/consolidation/newEntries.ts';
import { openStaging, stagedRecords } from '../../electron/store/consolidation/stagedRecords.ts';
import type { Consolidation, TakenIn } from '../../electron/store/consolidation/takeInRecords.ts';
import { takingInStaged } from '../../electron/store/consolidation/takeInStaged.ts';
import { allAtOnce, type Steps } from '../../electron/store/steps.ts';
import type { ChangeRecord } from '../../shared/domain/changeRecord.ts';
import { sealedChange } from '../../shared/domain/sealRecord.ts';

/** Lays the changes of packets down in a new file, compared with a workbook, as the check of packets does. */
export function stageChanges(
  file: string,
  database: Database,
  packets: readonly (readonly ChangeRecord[])[],
): void {
  const staging = createStaging(file);
  const staged = stagedRecords(staging);
  const known = knownRecords(database);
  staging.exec('BEGIN');
  for (const [source, packet] of packets.entries()) {
    staged.begin(source);
    for (const change of packet)
      staged.add(source, sealedChange(change), known.hashOf(change.id) !== undefined);
  }
  staged.arrange();
  const entries = newEntries(staging);
  differencesOf(staged.all(), known, packets.length, new Map(), entries.note);
  entries.end();
  staging.exec('COMMIT');
  staging.close();
}

/** Takes them into the workbook as the program does, in one transaction. `atOnce` of them were not gone through one by one. */
export function takeInStagedChanges(
  file: string,
  database: Database,
  consolidation: Consolidation,
  receiptOf?: (taken: TakenIn) => Steps<ConsolidationReceipt>,
): { readonly taken: TakenIn; readonly atOnce: number } {
  const staging = openStaging(file);
  const detach = attachStaging(database, file);
  try {
    const staged = stagedRecords(staging);
    const atOnce = staged.count() - [...staged.toTakeIn('others')].length;
    const taken = database.transaction(() =>
      allAtOnce(takingInStaged(database, staged, consolidation, receiptOf)),
    )();
    return { taken, atOnce };
  } finally {
    detach();
    staging.close();
  }
}
