import type { Database } from 'better-sqlite3';
import { partsOfAttachment, partsOfLink, partsOfVoiced } from '../../../shared/domain/entityIdentity.ts';
import { distinctValues, settledText, type EntityState } from '../../../shared/domain/entityState.ts';
import type { Steps } from '../steps.ts';

/** Whether an entry is among those that are selected. */
export type IsWanted = (entity: string, entityId: string) => boolean;

type Spoken = { readonly entity: string; readonly entity_id: string };
type Evidence = { readonly number: number; readonly entity_id: string; readonly fields: string };

/** Changes, and entries, looked into at once: a few milliseconds. */
const AT_ONCE = 1_000;

/** Finds which entries are a partner's, in a log that ends with `newest`. Others may use the connection between the steps. */
export function* selectingOfPartner(database: Database, partner: string, newest: number): Steps<IsWanted> {
  const evidence = yield* evidenceOfPartner(database, partner);
  const written = yield* writtenByPartner(database, partner, newest);
  const aboutWhat = settledEntries(database);
  const isWanted = (entity: string, entityId: string): boolean =>
    written.has(`${entity} ${entityId}`) ||
    (entity === 'answer' || entity === 'grade'
      ? partsOfVoiced(entityId)?.voice === partner
      : evidence.has(evidenceBehind(entity, entityId)));
  return (entity, entityId) => {
    const settled = entity === 'settlement' ? aboutWhat(entityId) : undefined;
    return isWanted(entity, entityId) || (settled !== undefined && isWanted(...settled));
  };
}

/** Answers, by the id of a settlement, the kind and id of the entry that was settled: how it was goes with it. */
function settledEntries(database: Database): (settlementId: string) => readonly [string, string] | undefined {
  const fieldsOf = database
    .prepare<[string], string>(
      `SELECT fields FROM entity_state WHERE entity = 'settlement' AND entity_id = ?`,
    )
    .pluck();
  return (settlementId) => {
    // Written by the projection from an EntityState.
    const state = JSON.parse(fieldsOf.get(settlementId) ?? '{}') as EntityState;
    const [, entity, entityId] = /^(\S+) (.+)$/s.exec(settledText(state, 'about')) ?? [];
    return entity === undefined || entityId === undefined ? undefined : [entity, entityId];
  };
}

function evidenceBehind(entity: string, entityId: string): string {
  if (entity === 'evidence') return entityId;
  if (entity === 'link') return partsOfLink(entityId)?.evidenceId ?? '';
  return entity === 'attachment' ? (partsOfAttachment(entityId)?.evidenceId ?? '') : '';
}

function* writtenByPartner(database: Database, partner: string, newest: number): Steps<ReadonlySet<string>> {
  const found = new Set<string>();
  const spoken = database.prepare<[number, number, string], Spoken>(
    `SELECT DISTINCT entity, entity_id FROM change_record
     WHERE sequence > ? AND sequence <= ? AND body ->> '$.voice' = ?`,
  );
  for (let from = 0; from < newest; from += AT_ONCE) {
    for (const row of spoken.all(from, Math.min(newest, from + AT_ONCE), partner))
      found.add(`${row.entity} ${row.entity_id}`);
    yield;
  }
  return found;
}

function* evidenceOfPartner(database: Database, partner: string): Steps<ReadonlySet<string>> {
  const found = new Set<string>();
  const piece = database.prepare<[number, number], Evidence>(
    `SELECT number, entity_id, fields FROM entity_state
     WHERE entity = 'evidence' AND number > ? ORDER BY number LIMIT ?`,
  );
  let rows = piece.all(0, AT_ONCE);
  for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
    for (const { entity_id, fields } of rows) {
      // Written by the projection from an EntityState.
      if (distinctValues(JSON.parse(fields) as EntityState, 'partner').includes(partner))
        found.add(entity_id);
    }
    yield;
    rows = piece.all(last.number, AT_ONCE);
  }
  return found;
}
