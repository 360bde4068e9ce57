import type { Database } from 'better-sqlite3';
import { parseChangeRecord } from '../../../shared/domain/parseChangeRecord.ts';
import { readProperties } from './workbookProperties.ts';
import { sha256OfText } from './sha256.ts';

/** Something that does not agree. Ids and places only, never what somebody wrote. */
export type Problem = { readonly what: string; readonly where: string };

type Row = {
  readonly sequence: number;
  readonly id: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly body: string;
  readonly hash: string;
};

/**
 * Checks every record of the log against its fingerprint and the columns beside it, and calls `onRecord` after each.
 *
 * `body` is the exact text that the fingerprint was taken of, so the text is hashed as it stands.
 */
export function checkRecords(
  database: Database,
  onProblem: (problem: Problem) => void,
  onRecord: () => void = () => {},
): void {
  const { id: workbook } = readProperties(database);
  const rows = database.prepare<[], Row>(
    'SELECT sequence, id, entity, entity_id, body, hash FROM change_record ORDER BY sequence',
  );
  for (const row of rows.iterate()) {
    const what = whatIsWrong(row, workbook);
    if (what !== undefined) onProblem({ what, where: `change ${row.sequence} (${row.id})` });
    onRecord();
  }
}

function whatIsWrong(row: Row, workbook: string): string | undefined {
  if (sha256OfText(row.body) !== row.hash) return 'The change does not agree with its fingerprint';
  const record = parseChangeRecord({ ...JSON.parse(row.body), hash: row.hash });
  if (record === undefined) return 'The change is not of the form that changes have';
  const { id, entity, entityId } = record;
  if (record.workbook !== workbook) return 'The change belongs to another workbook';
  const agrees = id === row.id && entity === row.entity && entityId === row.entity_id;
  return agrees ? undefined : 'What the change is looked up by does not agree with the change';
}
