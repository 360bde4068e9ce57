import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { recordWriter } from '../recordWriter.ts';
import { consolidationLog } from './consolidationLog.ts';
import type { ConsolidationReceipt } from './consolidationReceipt.ts';
import { knownRecords } from './knownRecords.ts';
import { setAsideRecords } from './setAsideRecords.ts';
import { twoContents } from './stagedRecords.ts';

/** Records handed to the writer at once. */
const BATCH = 500;

/** What came of taking records in. */
export type TakenIn = {
  /** The ids of records that were new, those that came back among them. */
  readonly added: readonly string[];
  /** How many had been written here, set aside by an undone consolidation, and came back. */
  readonly returned: number;
};

/**
 * Takes changes into an open workbook and notes the consolidation, all in one transaction: when this returns everything
 * is committed and synced, when it throws nothing has changed. A consolidation that brings nothing new is not noted.
 *
 * @param receiptOf is asked, inside the transaction, once everything is in. Left out where a workbook begins with the
 *   records: that is no consolidation to undo.
 */
export function takeInRecords(
  database: Database,
  records: Iterable<ChangeRecord>,
  consolidation: { readonly id: string; readonly at: string },
  receiptOf?: (taken: TakenIn) => ConsolidationReceipt,
): TakenIn {
  const log = consolidationLog(database);
  const aside = setAsideRecords(database);
  const known = knownRecords(database);
  const writer = recordWriter(database);

  return database.transaction((): TakenIn => {
    const added: string[] = [];
    const received: string[] = [];
    let batch: ChangeRecord[] = [];
    const write = (): void => {
      writer.write(batch.map((record) => ({ record })));
      batch = [];
    };
    for (const record of records) {
      received.push(record.id);
      const hash = known.hashOf(record.id);
      if (hash !== undefined && hash !== record.hash) throw twoContents();
      if (hash !== undefined) continue;
      added.push(record.id);
      batch.push(record);
      if (batch.length === BATCH) write();
    }
    write();
    aside.forgetReturned(added);
    let returned = 0;
    for (let ready = aside.ownThatCanReturn(); ready.length > 0; ready = aside.ownThatCanReturn()) {
      writer.write(ready.map((record) => ({ record })));
      aside.forgetReturned(ready.map(({ id }) => id));
      added.push(...ready.map(({ id }) => id));
      returned += ready.length;
    }
    log.noteReceived(received);
    const taken = { added, returned };
    if (added.length > 0 && receiptOf !== undefined) {
      log.add(consolidation.id, consolidation.at, receiptOf(taken), added);
    }
    return taken;
  })();
}
