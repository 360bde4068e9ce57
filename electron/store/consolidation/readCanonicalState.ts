import type { Database } from 'better-sqlite3';
import { canonicalLine } from '../../../shared/domain/consolidation/canonicalState.ts';
import type { EntityState } from '../../../shared/domain/entityState.ts';
import { startSha256 } from '../file/sha256.ts';
import { allAtOnce, type Steps } from '../steps.ts';

/** All that is live in a workbook, in one order, and its fingerprint. */
export type CanonicalState = { readonly sha256: string; readonly entries: number };

type Row = { readonly entity: string; readonly entity_id: string; readonly fields: string };

/** Entries gone through in one step. */
const AT_ONCE = 500;

/** Goes through what is live in an open workbook; `onLine` gets each entry's line in the order of kinds and ids. */
export function readCanonicalState(database: Database, onLine?: (line: string) => void): CanonicalState {
  return allAtOnce(readingCanonicalState(database, onLine));
}

/** The steps of `readCanonicalState`; nothing may be written between them. */
export function* readingCanonicalState(
  database: Database,
  onLine: (line: string) => void = () => {},
): Steps<CanonicalState> {
  const rows = database.prepare<[string, string, number], Row>(
    `SELECT entity, entity_id, fields FROM entity_state WHERE (entity, entity_id) > (?, ?)
     ORDER BY entity, entity_id LIMIT ?`,
  );
  const hash = startSha256();
  let entries = 0;
  let piece = rows.all('', '', AT_ONCE);
  for (let last = piece.at(-1); last !== undefined; last = piece.at(-1)) {
    let lines = '';
    for (const { entity, entity_id, fields } of piece) {
      // Written by the projection from an EntityState.
      const line = canonicalLine(entity, entity_id, JSON.parse(fields) as EntityState);
      if (line === undefined) continue;
      lines += `${line}\n`;
      entries += 1;
      onLine(line);
    }
    hash.update(lines);
    yield;
    piece = rows.all(last.entity, last.entity_id, AT_ONCE);
  }
  return { sha256: hash.digest('hex'), entries };
}
