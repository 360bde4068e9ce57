import type { Database } from 'better-sqlite3';
import { partsOfAttachment, partsOfLink, partsOfVoiced } from '../../../shared/domain/entityIdentity.ts';
import { distinctValues, type EntityState } from '../../../shared/domain/entityState.ts';

/** Which changes go into a packet. */
export type RecordSelection =
  | { readonly kind: 'everything' }
  /** What has not come in with a packet. */
  | { readonly kind: 'since' }
  /** What a partner has said, its evidence, and what was written in its voice. */
  | { readonly kind: 'partner'; readonly partner: string };

export type SelectedRecord = { readonly id: string; readonly line: string };

type Row = {
  readonly id: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly body: string;
  readonly hash: string;
};

/** The selected changes in the order of arrival, each spelled as a line of a packet. */
export function* selectedRecords(database: Database, selection: RecordSelection): Generator<SelectedRecord> {
  const where =
    selection.kind === 'since'
      ? 'WHERE NOT EXISTS (SELECT 1 FROM shared_record WHERE record = change_record.id AND received = 1)'
      : '';
  const rows = database.prepare<[], Row>(
    `SELECT id, entity, entity_id, body, hash FROM change_record ${where} ORDER BY sequence`,
  );
  const isWanted = selection.kind === 'partner' ? entriesOfPartner(database, selection.partner) : () => true;
  for (const row of rows.iterate()) {
    // A body is canonical JSON and so ends with the bracket that the fingerprint goes in front of.
    if (isWanted(row.entity, row.entity_id))
      yield { id: row.id, line: `${row.body.slice(0, -1)},"hash":"${row.hash}"}` };
  }
}

/** The fingerprints of the files that entries of the selected changes refer to. */
export function selectedAttachments(database: Database, selection: RecordSelection): readonly string[] {
  const isWanted = selection.kind === 'partner' ? entriesOfPartner(database, selection.partner) : () => true;
  const ids = database
    .prepare<[], string>(
      selection.kind === 'since'
        ? `SELECT DISTINCT entity_id FROM change_record WHERE entity = 'attachment' AND NOT EXISTS
             (SELECT 1 FROM shared_record WHERE record = change_record.id AND received = 1)`
        : `SELECT DISTINCT entity_id FROM change_record WHERE entity = 'attachment'`,
    )
    .pluck()
    .all()
    .filter((id) => isWanted('attachment', id));
  return [...new Set(ids.flatMap((id) => partsOfAttachment(id)?.sha256 ?? []))].sort();
}

function entriesOfPartner(
  database: Database,
  partner: string,
): (entity: string, entityId: string) => boolean {
  const evidence = evidenceOfPartner(database, partner);
  const written = new Set<string>();
  const spoken = database.prepare<[string], { entity: string; entity_id: string }>(
    `SELECT DISTINCT entity, entity_id FROM change_record WHERE body ->> '$.voice' = ?`,
  );
  for (const row of spoken.iterate(partner)) written.add(`${row.entity} ${row.entity_id}`);
  return (entity, entityId) =>
    written.has(`${entity} ${entityId}`) ||
    (entity === 'answer' || entity === 'grade'
      ? partsOfVoiced(entityId)?.voice === partner
      : evidence.has(evidenceBehind(entity, entityId)));
}

function evidenceBehind(entity: string, entityId: string): string {
  if (entity === 'evidence') return entityId;
  if (entity === 'link') return partsOfLink(entityId)?.evidenceId ?? '';
  return entity === 'attachment' ? (partsOfAttachment(entityId)?.evidenceId ?? '') : '';
}

function evidenceOfPartner(database: Database, partner: string): ReadonlySet<string> {
  const found = new Set<string>();
  const rows = database.prepare<[], { entity_id: string; fields: string }>(
    `SELECT entity_id, fields FROM entity_state WHERE entity = 'evidence'`,
  );
  for (const { entity_id, fields } of rows.iterate()) {
    // Written by the projection from an EntityState.
    if (distinctValues(JSON.parse(fields) as EntityState, 'partner').includes(partner)) found.add(entity_id);
  }
  return found;
}
