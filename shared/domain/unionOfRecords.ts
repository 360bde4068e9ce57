import type { ChangeRecord } from './changeRecord.ts';
import { WorkbookError } from './workbookError.ts';

/**
 * All records of both sets, each once. This is the whole of merging: it commutes, associates and can be repeated.
 *
 * @throws WorkbookError `damaged` when one id stands for two different contents: one of the sets was tampered with or
 *   damaged, and nobody can tell which.
 */
export function unionOfRecords(
  ours: Iterable<ChangeRecord>,
  theirs: Iterable<ChangeRecord>,
): ReadonlyMap<string, ChangeRecord> {
  const union = new Map<string, ChangeRecord>();
  for (const records of [ours, theirs]) {
    for (const record of records) {
      const known = union.get(record.id);
      if (known !== undefined && known.hash !== record.hash) {
        throw new WorkbookError(
          'damaged',
          `Two different changes carry the same number ${record.id}. Nothing was taken in.`,
        );
      }
      union.set(record.id, record);
    }
  }
  return union;
}
