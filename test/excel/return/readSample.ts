import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readReturnedFile } from '../../../electron/services/returning/readReturnedFile.ts';
import type { ReturnedWorkbook } from '../../../electron/services/returning/returnedWorkbook.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';
import { sampleWorkbookId } from './sampleReturnCopy.ts';

/** What an edit should come to. Records are given as `entityId field`, values as they are kept. */
export type Expected = {
  readonly taken?: Readonly<Record<string, string | number | boolean | null>>;
  /** Reasons, and by which value the entry is known. */
  readonly notTaken?: readonly { readonly value?: string; readonly reason: RegExp }[];
  readonly remarks?: readonly RegExp[];
};

/** Reads a file as it came back, on this thread. */
export function readSample(
  bytes: Uint8Array,
  passwords: readonly string[] = [],
  name = 'returned.xlsx',
): Promise<ReturnedWorkbook> {
  const file = path.join(temporaryFolder(), 'returned.xlsx');
  writeFileSync(file, bytes);
  return readReturnedFile({ file, name, workbook: sampleWorkbookId, passwords: [...passwords] });
}

/** What came in, `entityId field` → value; several values in a list. */
export function takenOf({ records }: ReturnedWorkbook): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const { entityId, set } of records) {
    for (const [field, value] of Object.entries(set)) {
      const key = `${entityId} ${field}`;
      found[key] = key in found ? [found[key], value] : value;
    }
  }
  return found;
}
