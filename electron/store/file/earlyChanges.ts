import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { changeRecordSchema, type ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { canonicalForm } from '../../../shared/domain/canonicalForm.ts';
import { isIntact } from '../../../shared/domain/sealRecord.ts';
import { changeLog } from '../changeLog.ts';
import { recordWriter, type NewRecord } from '../recordWriter.ts';
import { syncFolder } from './durableFile.ts';
import { explainFileFailure } from './fileFailure.ts';
import { sha256OfText } from './sha256.ts';
import type { WorkbookPaths } from './workbookPaths.ts';
import { readProperties } from './workbookProperties.ts';

const lineSchema = z.strictObject({ record: changeRecordSchema, squashes: z.string().optional() });

/**
 * Writes changes that have been committed once more, into a file beside the workbook, and syncs it. Until a workbook's
 * structure is known to be sound its database may turn out to be unreadable; these lines are not.
 *
 * @throws WorkbookError `disk-full`, `read-only`.
 */
export function keepEarlyChanges(paths: WorkbookPaths, records: readonly NewRecord[]): void {
  try {
    const isNew = !existsSync(paths.earlyChanges);
    // On a line of its own, also after one that a power cut left half-written.
    const lines = records.map((line) => `\n${JSON.stringify(line)}\n`).join('');
    appendFileSync(paths.earlyChanges, lines, { flush: true, mode: 0o600 });
    if (isNew) syncFolder(paths.folder);
  } catch (cause) {
    throw explainFileFailure(cause, paths.folder);
  }
}

/** To be called once the database that holds them is known to be sound. */
export function forgetEarlyChanges(paths: WorkbookPaths): void {
  rmSync(paths.earlyChanges, { force: true });
}

/**
 * Takes in the changes of `keepEarlyChanges` that the workbook's log does not have, as when a backup has taken the place of
 * the damaged workbook that they were written into, and answers how many there were. The file is kept.
 */
export function takeInEarlyChanges(database: Database, paths: WorkbookPaths): number {
  const log = changeLog(database);
  const workbook = readProperties(database).id;
  const isHere = (early: ChangeRecord): boolean =>
    log.ofEntity(early.entity, early.entityId).some(({ record }) => isOfOneRun(record, early));
  const missing = readEarlyChanges(paths).filter((record) => record.workbook === workbook && !isHere(record));
  if (missing.length === 0) return 0;
  return recordWriter(database).write(missing.map((record) => ({ record })));
}

/**
 * Whether both are the same change or states of the same run of typing, of which the log keeps the last: one that the typing
 * has gone on from is not missing. Taken in, it would look like somebody else's.
 */
function isOfOneRun(one: ChangeRecord, other: ChangeRecord): boolean {
  return (
    one.id.slice(0, 16) === other.id.slice(0, 16) &&
    canonicalForm(one.parents) === canonicalForm(other.parents)
  );
}

function readEarlyChanges(paths: WorkbookPaths): readonly ChangeRecord[] {
  if (!existsSync(paths.earlyChanges)) return [];
  const records = new Map<string, ChangeRecord>();
  for (const text of readFileSync(paths.earlyChanges, 'utf8').split('\n')) {
    const line = lineOf(text);
    if (line === undefined) continue;
    if (line.squashes !== undefined) records.delete(line.squashes);
    records.set(line.record.id, line.record);
  }
  return [...records.values()];
}

/** Undefined for a line that a power cut left half-written: its save was never acknowledged. */
function lineOf(text: string): z.infer<typeof lineSchema> | undefined {
  try {
    const line = lineSchema.safeParse(JSON.parse(text));
    return line.success && isIntact(line.data.record, sha256OfText) ? line.data : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
