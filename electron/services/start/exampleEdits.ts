import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assembleExample } from '../../../shared/domain/assembleExample.ts';
import { WORKBOOK_ENTITY_ID } from '../../../shared/domain/entityIdentity.ts';
import type { Edit } from '../changes/recordEditor.ts';

const EXAMPLE = 'west-dunbartonshire-2017-18';

/** The example's content as the first edits of a workbook, what the workbook says of itself before all else. */
export function exampleEdits(assetsFolder: string): readonly Edit[] {
  const folder = path.join(assetsFolder, 'example');
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const example = assembleExample(read(`${EXAMPLE}.json`), read);
  const about = { entity: 'workbook', entityId: WORKBOOK_ENTITY_ID, set: { ...example.workbook } };
  return [about, ...example.entities];
}
