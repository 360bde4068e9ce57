import type { Database } from 'better-sqlite3';
import type { Steps } from '../steps.ts';
import type { ConsolidationReceipt } from './consolidationReceipt.ts';
import type { StagedRecords } from './stagedRecords.ts';
import { takingInNewEntries } from './takeInNewEntries.ts';
import { takingInRecords, type Consolidation, type TakenIn } from './takeInRecords.ts';

/**
 * Takes staged changes into an open workbook, as `takingInRecords` does: those of new entries many at once, the others, and
 * what they may be joined to, one by one. The staging is attached, and callers bring their own transaction.
 */
export function* takingInStaged(
  database: Database,
  staged: StagedRecords,
  consolidation: Consolidation,
  receiptOf?: (taken: TakenIn) => Steps<ConsolidationReceipt>,
): Steps<TakenIn> {
  const onRecords = consolidation.onRecords ?? (() => {});
  const before = yield* takingInNewEntries(database, onRecords);
  const records = staged.toTakeIn(before === undefined ? 'all' : 'others');
  return yield* takingInRecords(database, records, consolidation, receiptOf, before);
}
