import type { Database } from 'better-sqlite3';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { checkAttachments } from './checkAttachments.ts';
import { checkProjections } from './checkProjections.ts';
import { checkRecords, type Problem } from './checkRecords.ts';
import { failureCode } from './fileFailure.ts';
import type { VerificationReport } from './verificationReport.ts';

export type VerificationControl = {
  /** `share` from 0 to 1, `step` in words. */
  readonly onProgress?: (share: number, step: string) => void;
  readonly isCancelled?: () => boolean;
};

const PROBLEMS_NAMED = 100;
const RECORDS_A_REPORT = 1_000;

/**
 * Checks everything that a workbook's copy holds: SQLite's own structure, each record against its fingerprint, what was
 * made from the records against making it anew, and each attached file against its fingerprint.
 *
 * `database` is a private copy (snapshot.ts); nothing is written to it. Problems are reported, not thrown.
 *
 * @throws WorkbookError `cancelled`.
 */
export function verifyWorkbook(
  database: Database,
  attachmentsFolder: string,
  { onProgress = () => {}, isCancelled = () => false }: VerificationControl = {},
): VerificationReport {
  const problems: Problem[] = [];
  let sound = true;
  const name = (problem: Problem): void => {
    if (problems.length < PROBLEMS_NAMED) problems.push(problem);
  };
  const add = (problem: Problem): void => {
    sound = false;
    name(problem);
  };
  const report = (share: number, step: string): void => {
    if (isCancelled()) throw new WorkbookError('cancelled', 'The check was stopped. Nothing was changed.');
    onProgress(share, step);
  };

  const counts = { records: 0, entities: 0, evidence: 0, attachments: 0, damagedFiles: 0 };
  try {
    report(0, 'Checking the file');
    const structure = database.pragma('integrity_check(10)', { simple: true });
    if (structure !== 'ok') add({ what: 'The file’s structure is damaged', where: 'workbook.sqlite' });
    counts.records = count(database, 'SELECT count(*) FROM change_record');
    counts.entities = count(database, 'SELECT count(*) FROM entity_state');
    counts.evidence = count(database, 'SELECT count(*) FROM evidence WHERE deleted = 0');

    let checked = 0;
    checkRecords(database, add, () => {
      checked += 1;
      if (checked % RECORDS_A_REPORT !== 0) return;
      report(0.1 + 0.3 * (checked / counts.records), 'Checking each change');
    });

    const comparing = 'Comparing the screens’ figures with the changes';
    let share = 0.4;
    report(share, comparing);
    // Made from records that are not what they were, they could only disagree again.
    if (sound) checkProjections(database, add, () => report((share += 0.1), comparing));

    const files = checkAttachments(database, attachmentsFolder, name, (done) =>
      report(0.7 + 0.3 * done, 'Checking each attached file'),
    );
    counts.attachments = files.checked;
    counts.damagedFiles = files.damaged;
  } catch (cause) {
    if (!isUnreadable(cause)) throw cause;
    add({ what: 'A part of the file cannot be read', where: 'workbook.sqlite' });
  }
  report(1, 'Done');
  return { sound, ...counts, problems };
}

/** Damage that SQLite itself meets while reading, or that has taken what says which workbook this is. */
function isUnreadable(cause: unknown): boolean {
  const code = failureCode(cause);
  return code === 'damaged' || /^SQLITE_(CORRUPT|NOTADB|IOERR|ERROR)/.test(code ?? '');
}

function count(database: Database, query: string): number {
  return database.prepare<[], number>(query).pluck().get() ?? 0;
}
