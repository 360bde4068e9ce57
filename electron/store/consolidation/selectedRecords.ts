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

/** The selected changes as of one moment, and the fingerprints of the files that their entries refer to. */
export type SelectedRecords = {
  /** In the order of arrival, each spelled as a line of a packet. Others may use the connection between them. */
  readonly records: Iterable<SelectedRecord>;
  readonly attachments: readonly string[];
};

type Row = {
  readonly sequence: number;
  readonly id: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly body: string;
  readonly hash: string;
};

/** Changes read at once: a millisecond or two. */
const AT_ONCE = 200;

/** Selects what is in an open workbook, or in a copy of one, now; what is written later is not in it. */
export function selectRecords(database: Database, selection: RecordSelection): SelectedRecords {
  const isNew =
    selection.kind === 'since'
      ? 'NOT EXISTS (SELECT 1 FROM shared_record WHERE record = change_record.id AND received = 1)'
      : 'true';
  const isWanted = selection.kind === 'partner' ? entriesOfPartner(database, selection.partner) : () => true;
  const newest = database.prepare<[], number | null>('SELECT max(sequence) FROM change_record').pluck().get();
  const piece = database.prepare<[number, number, number], Row>(
    `SELECT sequence, id, entity, entity_id, body, hash FROM change_record
     WHERE sequence > ? AND sequence <= ? AND ${isNew} ORDER BY sequence LIMIT ?`,
  );
  const files = database
    .prepare<[], string>(
      `SELECT DISTINCT entity_id FROM change_record WHERE entity = 'attachment' AND ${isNew}`,
    )
    .pluck()
    .all()
    .filter((id) => isWanted('attachment', id))
    .flatMap((id) => partsOfAttachment(id)?.sha256 ?? []);

  function* records(): Generator<SelectedRecord> {
    let rows = piece.all(0, newest ?? 0, AT_ONCE);
    for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
      for (const { id, entity, entity_id, body, hash } of rows) {
        // A body is canonical JSON and so ends with the bracket that the fingerprint goes in front of.
        if (isWanted(entity, entity_id)) yield { id, line: `${body.slice(0, -1)},"hash":"${hash}"}` };
      }
      rows = piece.all(last.sequence, newest ?? 0, AT_ONCE);
    }
  }

  return { records: records(), attachments: [...new Set(files)].sort() };
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
