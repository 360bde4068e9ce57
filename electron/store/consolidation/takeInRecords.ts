import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { recordWriter } from '../recordWriter.ts';
import { inPieces, type Steps } from '../steps.ts';
import { consolidationLog } from './consolidationLog.ts';
import type { ConsolidationReceipt } from './consolidationReceipt.ts';
import { setAsideRecords } from './setAsideRecords.ts';

/** Records taken in in one step: a few milliseconds. */
const BATCH = 50;
/** Ids noted at once, which is quicker. */
const NOTED_AT_ONCE = 500;
/** What is told of costs time too. */
const RECORDS_A_REPORT = 500;

/** What came of taking records in. */
export type TakenIn = {
  /** The ids of records that were new, those that came back among them. */
  readonly added: readonly string[];
  /** How many had been written here, set aside by an undone consolidation, and came back. */
  readonly returned: number;
};

/** Which consolidation, when, and what is told on the way. */
export type Consolidation = {
  readonly id: string;
  readonly at: string;
  /** Whether a record is in the packet that is the last one of those taken in; left out: there is one alone. */
  readonly isInLastPacket?: (record: string) => boolean;
  /** Told now and then how many records have been gone through. */
  readonly onRecords?: (count: number) => void;
};

/**
 * Takes changes into an open workbook one by one and notes the consolidation; one that brings nothing new is not noted.
 * Callers bring their own transaction. `before` are ids of changes that are in already.
 *
 * @param receiptOf is asked once everything is in. Left out where a workbook begins with the records: that is no
 *   consolidation to undo.
 */
export function* takingInRecords(
  database: Database,
  records: Iterable<ChangeRecord>,
  consolidation: Consolidation,
  receiptOf?: (taken: TakenIn) => Steps<ConsolidationReceipt>,
  before: readonly string[] = [],
): Steps<TakenIn> {
  const log = consolidationLog(database);
  const aside = setAsideRecords(database);
  const writer = recordWriter(database);
  const added: string[] = [...before];
  const received: string[] = [...before];
  for (const record of records) {
    received.push(record.id);
    if (writer.add({ record })) added.push(record.id);
    if (received.length % RECORDS_A_REPORT === 0) consolidation.onRecords?.(received.length);
    if (received.length % BATCH === 0) yield;
  }
  yield* inPieces(added, NOTED_AT_ONCE, aside.forgetReturned);
  let returned = 0;
  for (let ready = aside.ownThatCanReturn(); ready.length > 0; ready = aside.ownThatCanReturn()) {
    yield* inPieces(ready, BATCH, (piece) => piece.forEach((record) => writer.add({ record })));
    const ids = ready.map(({ id }) => id);
    aside.forgetReturned(ids);
    for (const id of ids) added.push(id);
    returned += ready.length;
  }
  const taken = { added, returned };
  let number = 0;
  if (added.length > 0 && receiptOf !== undefined) {
    number = log.add(consolidation.id, consolidation.at, yield* receiptOf(taken));
    // Not what came back: that was written here, and goes and comes with what it builds on.
    const brought = added.slice(0, added.length - returned).sort();
    yield* inPieces(brought, NOTED_AT_ONCE, (piece) => log.noteTaken(number, piece));
  }
  // Where nothing was new there is no consolidation by which to find the packet again.
  const isNoted = number > 0 || receiptOf === undefined;
  const isInLast = isNoted ? (consolidation.isInLastPacket ?? (() => true)) : () => false;
  // In the order in which they are kept, which is twice as quick as in none.
  yield* inPieces(received.sort(), NOTED_AT_ONCE, (piece) => {
    log.noteInLastPacket(piece.filter(isInLast), number);
    log.noteShared(piece.filter((record) => !isInLast(record)));
  });
  return taken;
}
