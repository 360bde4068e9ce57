import { createDatabase } from '../../../electron/store/file/createDatabase.ts';
import { sha256OfText } from '../../../electron/store/file/sha256.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import { CHANGE_SCHEMA, type ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import {
  linkIdentity,
  PARTNERSHIP_VOICE,
  WORKBOOK_ENTITY_ID,
} from '../../../shared/domain/entityIdentity.ts';
import { sealRecord } from '../../../shared/domain/sealRecord.ts';

const workbook = 'ab'.repeat(16);
const replica = 'cd'.repeat(8);
const at = '2026-03-01T10:00:00.000Z';

/**
 * Makes a workbook in `folder` with so many pieces of evidence, through the store in one transaction.
 *
 * They are called "Evidence number 1" and on; every hundredth is "on protocols", every third is linked to the first
 * structural outcome.
 */
export function manyPiecesOfEvidence(folder: string, count: number): void {
  const records: ChangeRecord[] = [
    sealed('workbook', WORKBOOK_ENTITY_ID, { partnership: 'Clydeside', round: '2026-27', marking: '' }),
  ];
  for (let number = 1; number <= count; number += 1) {
    const id = sha256OfText(`evidence ${number}`).slice(0, 32);
    records.push(
      sealed('evidence', id, {
        title: `Evidence number ${number}${number % 100 === 0 ? ' on protocols' : ''}`,
        kind: evidenceKinds[number % evidenceKinds.length] ?? null,
        date: String(2010 + (number % 15)),
      }),
    );
    if (number % 3 !== 0) continue;
    const link = linkIdentity(id, { kind: 'outcome', id: 'opi2016/structural-1' });
    records.push(sealed('link', link, { linked: true }));
  }
  const properties = { id: workbook, replica, voice: PARTNERSHIP_VOICE, created_at: at, origin: 'new' };
  createDatabase(folder, properties, (database) => {
    recordWriter(database).write(records.map((record) => ({ record })));
  });
}

function sealed(entity: string, entityId: string, set: ChangeRecord['set']): ChangeRecord {
  const parents = Object.fromEntries(Object.keys(set).map((field) => [field, []]));
  const id = sha256OfText(`${entity} ${entityId}`).slice(0, 32);
  const about = { author: 'Co-ordinator', voice: PARTNERSHIP_VOICE, replica, at, app: '0.1.0' };
  return sealRecord(
    { id, workbook, entity, entityId, set, parents, ...about, schema: CHANGE_SCHEMA },
    sha256OfText,
  );
}
