import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { connectForReading } from '../../../electron/store/file/storeConnection.ts';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import type { Bench } from './measure.ts';

/** A copy of the workbook's database for bare queries: the workbook itself lets nobody else in while it is open. */
export function bareCopy(bench: Bench): Database {
  const copy = path.join(bench.workFolder, `copy-${process.pid}.sqlite`);
  copyFileSync(workbookPaths(bench.folder).database, copy);
  return connectForReading(copy);
}
