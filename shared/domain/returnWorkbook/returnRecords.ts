import { CHANGE_SCHEMA, type ChangeRecord } from '../changeRecord.ts';
import { sealRecordById, type Sha256 } from '../sealRecord.ts';
import type { ReturnChange } from './returnChange.ts';
import type { ReturnManifest } from './returnManifest.ts';
import { returnReplica } from './returnReplica.ts';

/**
 * The records of a returned workbook, one for each changed cell.
 *
 * Their ids follow from everything that they say, so that a file read twice, or sent again with a few more cells filled in,
 * gives the same records. Their time is that of the file's making for the same reason; nobody knows when a cell was typed.
 */
export function returnRecords(
  changes: readonly ReturnChange[],
  manifest: ReturnManifest,
  author: string,
  sha256: Sha256,
): readonly ChangeRecord[] {
  const records = new Map<string, ChangeRecord>();
  const replica = returnReplica(manifest.file);
  const idOf = (canonical: string): string => sha256(`${manifest.file}\n${canonical}`).slice(0, 32);
  for (const { entity, entityId, field, value, parents } of changes) {
    // In the order of the canonical form, which is quicker to spell.
    const draft = {
      app: manifest.app,
      at: manifest.madeAt,
      author,
      entity,
      entityId,
      parents: { [field]: [...parents] },
      replica,
      schema: CHANGE_SCHEMA,
      set: { [field]: value },
      voice: manifest.voice,
      workbook: manifest.workbook,
    };
    const record = sealRecordById(draft, idOf, sha256);
    records.set(record.id, record);
  }
  return [...records.values()];
}
