import { canonicalForm } from '../canonicalForm.ts';
import { CHANGE_SCHEMA, type ChangeRecord } from '../changeRecord.ts';
import { normalContent, sealRecord, type Sha256 } from '../sealRecord.ts';
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
    // In the order of the canonical form, which is quicker to spell.
    const beforeId = { app: manifest.app, at: manifest.madeAt, author, entity, entityId };
    const afterId = {
      parents: { [field]: [...parents] },
      replica: returnReplica(manifest.file),
      schema: CHANGE_SCHEMA,
      set: { [field]: value },
      voice: manifest.voice,
      workbook: manifest.workbook,
    };
    const content = normalContent({ ...beforeId, ...afterId });
    const id = sha256(`${manifest.file}\n${canonicalForm(content)}`).slice(0, 32);
    records.set(id, sealRecord({ ...beforeId, id, ...afterId }, sha256));
  }
  return [...records.values()];
}
