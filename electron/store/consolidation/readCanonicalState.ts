import type { Database } from 'better-sqlite3';
import { canonicalLine } from '../../../shared/domain/consolidation/canonicalState.ts';
import type { EntityState } from '../../../shared/domain/entityState.ts';
import { startSha256 } from '../file/sha256.ts';

/** All that is live in a workbook, in one order, and its fingerprint. */
export type CanonicalState = { readonly sha256: string; readonly entries: number };

type Row = { readonly entity: string; readonly entity_id: string; readonly fields: string };

/** Goes through what is live in an open workbook; `onLine` gets each entry's line in the order of kinds and ids. */
export function readCanonicalState(
  database: Database,
  onLine: (line: string) => void = () => {},
): CanonicalState {
  const rows = database.prepare<[], Row>(
    'SELECT entity, entity_id, fields FROM entity_state ORDER BY entity, entity_id',
  );
  const hash = startSha256();
  let entries = 0;
  for (const { entity, entity_id, fields } of rows.iterate()) {
    // Written by the projection from an EntityState.
    const line = canonicalLine(entity, entity_id, JSON.parse(fields) as EntityState);
    if (line === undefined) continue;
    hash.update(`${line}\n`);
    entries += 1;
    onLine(line);
  }
  return { sha256: hash.digest('hex'), entries };
}
