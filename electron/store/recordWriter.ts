import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../shared/domain/changeRecord.ts';
import { changeLog } from './changeLog.ts';
import { projector } from './projector.ts';

/** One record to be taken in, and the unsealed record of the same run of typing that it takes the place of. */
export type NewRecord = { readonly record: ChangeRecord; readonly squashes?: string };

/** Takes records into log and projections. */
export type RecordWriter = ReturnType<typeof recordWriter>;

/** The one way in which records enter an open workbook. */
export function recordWriter(database: Database) {
  const log = changeLog(database);
  const projections = projector(database);

  function add({ record, squashes }: NewRecord): boolean {
    const sequence = squashes === undefined ? log.append(record) : log.replaceUnsealed(squashes, record);
    if (sequence === undefined) return false;
    projections.project({ sequence, record }, squashes);
    return true;
  }

  return {
    /** Adds one record in the caller's transaction, and answers whether it was not known yet. */
    add,

    /**
     * Adds the records that are not known yet, all in one transaction with what `alongside` writes, and answers how many
     * there were.
     *
     * When this returns, they are committed and synced. When it throws, nothing has changed.
     */
    write: database.transaction((records: readonly NewRecord[], alongside?: () => void): number => {
      const added = records.filter(add).length;
      alongside?.();
      return added;
    }),
  };
}
