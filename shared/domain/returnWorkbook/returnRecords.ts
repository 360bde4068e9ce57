import { canonicalForm } from '../canonicalForm.ts';
import { CHANGE_SCHEMA, type ChangeRecord, type UnsealedRecord } from '../changeRecord.ts';
import { sealRecord, type Sha256 } from '../sealRecord.ts';
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
  for (const { entity, entityId, field, value, parents } of changes) {
    const draft: Omit<UnsealedRecord, 'id'> = {
      workbook: manifest.workbook,
      entity,
      entityId,
      set: { [field]: value },
      parents: { [field]: [...parents] },
      author,
      voice: manifest.voice,
      replica: returnReplica(manifest.file),
      at: manifest.madeAt,
      app: manifest.app,
      schema: CHANGE_SCHEMA,
    };
    const normal = sealRecord({ ...draft, id: '' }, sha256);
    const { hash: _hash, id: _id, ...content } = normal;
    const id = sha256(`${manifest.file}\n${canonicalForm(content)}`).slice(0, 32);
    records.set(id, sealRecord({ ...content, id }, sha256));
  }
  return [...records.values()];
}
