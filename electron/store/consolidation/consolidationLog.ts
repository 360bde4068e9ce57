import type { Database } from 'better-sqlite3';
import { consolidationReceiptSchema, type ConsolidationReceipt } from './consolidationReceipt.ts';

export type LoggedConsolidation = {
  readonly number: number;
  readonly id: string;
  readonly at: string;
  readonly undoneAt: string | null;
  readonly receipt: ConsolidationReceipt;
};

/**
 * How a record is marked that came in the packet by which `since` goes: by the number of the consolidation that brought that
 * packet last, and this number where the workbook began with the packet. 0: it went out, or came in with another one.
 */
const BEGAN_WITH = 1;
const markOf = (consolidation: number): number => consolidation + BEGAN_WITH;

/** The newest consolidation that stands and took a packet in; 0 where there is none. Returned workbooks are no packets. */
const newestWithPacket = `SELECT coalesce(max(number), 0) FROM consolidation WHERE undone_at IS NULL AND EXISTS
  (SELECT 1 FROM json_each(receipt, '$.sources') WHERE value ->> 'replica' NOT LIKE 'excel-%')`;

/** SQL: whether the record of a row of `change_record` was in the packet that was taken in last. */
export const isInLastPacket = `EXISTS (SELECT 1 FROM shared_record
  WHERE record = change_record.id AND received = ${BEGAN_WITH} + (${newestWithPacket}))`;

type Row = {
  readonly number: number;
  readonly id: string;
  readonly at: string;
  readonly receipt: string;
  readonly undone_at: string | null;
};

/** The consolidations of a workbook and what others have of it. Callers bring their own transaction. */
export function consolidationLog(database: Database) {
  const insert = database.prepare<[string, string, string], number>(
    'INSERT INTO consolidation (id, at, receipt) VALUES (?, ?, ?) RETURNING number',
  );
  const numberOf = insert.pluck();
  const noteTaken = database.prepare<[number, string]>(
    'INSERT OR IGNORE INTO consolidated_record (consolidation, record) SELECT ?, value FROM json_each(?)',
  );
  const taken = database
    .prepare<[number], string>(
      'SELECT record FROM consolidated_record WHERE consolidation = ? ORDER BY record',
    )
    .pluck();
  const rows = database.prepare<[], Row>('SELECT * FROM consolidation ORDER BY number DESC');
  const markUndone = database.prepare<[string, number]>(
    'UPDATE consolidation SET undone_at = ? WHERE number = ?',
  );
  const setAside = database
    .prepare<[number], number>('SELECT count(*) FROM set_aside_record WHERE consolidation = ?')
    .pluck();
  const share = database.prepare<[number, string]>(
    `INSERT INTO shared_record (record, received) SELECT value, ? FROM json_each(?) WHERE true
     ON CONFLICT (record) DO UPDATE SET received = excluded.received WHERE excluded.received > received`,
  );
  const lastPacket = database.prepare<[], number>(newestWithPacket).pluck();
  const notShared = database
    .prepare<[], number>(
      // What is taken out of the log is taken out here too, so that counting both is enough.
      `SELECT coalesce((SELECT max(sequence) FROM change_record), 0) - (SELECT count FROM log_gap)
         - (SELECT count(*) FROM shared_record)`,
    )
    .pluck();

  return {
    /** Notes a consolidation and answers its number. */
    add(id: string, at: string, receipt: ConsolidationReceipt): number {
      const number = numberOf.get(id, at, JSON.stringify(receipt));
      if (number === undefined) throw new Error('An insertion answers its row');
      return number;
    },

    /** Notes records that a consolidation took in, by its number. */
    noteTaken(number: number, records: readonly string[]): void {
      noteTaken.run(number, JSON.stringify(records));
    },

    /** Newest first. */
    list: (): readonly LoggedConsolidation[] => rows.all().map(logged),

    /** The records that a consolidation brought, by number. */
    recordsOf: (number: number): readonly string[] => taken.all(number),

    /** How many records its undoing set aside that have not come back since. */
    setAsideBy: (number: number): number => setAside.get(number) ?? 0,

    markUndone(number: number, at: string): void {
      markUndone.run(at, number);
    },

    /**
     * Notes records that came in the packet which is now the last: of a consolidation by its number, or, where that is left
     * out, the one that the workbook began with.
     */
    noteInLastPacket(records: readonly string[], consolidation = 0): void {
      share.run(markOf(consolidation), JSON.stringify(records));
    },

    /** Notes records that somebody else has: they went out in a packet, or came in with one that is not the last. */
    noteShared(records: readonly string[]): void {
      share.run(0, JSON.stringify(records));
    },

    /** The number of the consolidation that took in the packet which is now the last; 0 for none. */
    ofLastPacket: (): number => lastPacket.get() ?? 0,

    /** How many changes nobody else has been given. */
    notHandedOver: (): number => notShared.get() ?? 0,
  };
}

function logged(row: Row): LoggedConsolidation {
  return {
    number: row.number,
    id: row.id,
    at: row.at,
    undoneAt: row.undone_at,
    receipt: consolidationReceiptSchema.parse(JSON.parse(row.receipt)),
  };
}
