import type { Database } from 'better-sqlite3';
import { titleKey } from '../../shared/domain/alikeEvidence.ts';
import type { ChangeRecord, FieldValue } from '../../shared/domain/changeRecord.ts';
import { partsOfAttachment, partsOfLink } from '../../shared/domain/entityIdentity.ts';
import {
  distinctValues,
  fieldsInConflict,
  isDeleted,
  settledText,
  settledValue,
  withRecord,
  withoutRecord,
  type EntityState,
} from '../../shared/domain/entityState.ts';
import { changeLog, type LoggedRecord } from './changeLog.ts';
import { entityStates } from './entityStates.ts';

/** Keeps the projections in step with the log, record by record, in the caller's transaction. */
export type Projector = ReturnType<typeof projector>;

/** The projector of an open workbook. */
export function projector(database: Database) {
  const states = entityStates(database);
  const log = changeLog(database);
  const placeOf = database
    .prepare<[string], number>('SELECT sequence FROM change_record WHERE id = ?')
    .pluck();
  const await_ = database.prepare<[string, string, string, string]>(
    'INSERT OR IGNORE INTO awaited_parent (record, entity, entity_id, field) VALUES (?, ?, ?, ?)',
  );
  const awaited = database
    .prepare<[string, string, string, string], number>(
      'SELECT 1 FROM awaited_parent WHERE record = ? AND entity = ? AND entity_id = ? AND field = ?',
    )
    .pluck();
  const pending = database.prepare<[number]>('INSERT OR IGNORE INTO search_pending (number) VALUES (?)');
  const putEvidence = database.prepare<(string | number | null)[]>(
    `INSERT OR REPLACE INTO evidence
       (number, id, title, title_key, kind, date, period, source, partner, conflict, deleted, changed, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putLink = database.prepare<[string, string, string]>(
    'INSERT OR IGNORE INTO link (evidence_id, target_kind, target_id) VALUES (?, ?, ?)',
  );
  const dropLink = database.prepare<[string, string, string]>(
    'DELETE FROM link WHERE evidence_id = ? AND target_kind = ? AND target_id = ?',
  );
  const putAttachment = database.prepare<[string, string, string, string, number, string]>(
    `INSERT OR REPLACE INTO attachment (entity_id, evidence_id, sha256, name, bytes, media_type)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const dropAttachment = database.prepare<[string]>('DELETE FROM attachment WHERE entity_id = ?');

  function projectEvidence(
    number: number,
    evidenceId: string,
    state: EntityState,
    logged: LoggedRecord,
  ): void {
    const title = titleOf(state);
    putEvidence.run(
      number,
      evidenceId,
      title,
      titleKey(title),
      textOrNull(settledValue(state, 'kind')),
      textOrNull(settledValue(state, 'date')),
      textOrNull(settledValue(state, 'period')),
      textOrNull(settledValue(state, 'source')),
      textOrNull(settledValue(state, 'partner')),
      fieldsInConflict(state).length > 0 ? 1 : 0,
      isDeleted(state) ? 1 : 0,
      logged.sequence,
      logged.record.at,
    );
  }

  /** The title, or every title while they differ; of a deleted item, the one that its deletion covered. */
  function titleOf(state: EntityState): string {
    const titles = distinctValues(state, 'title').filter((value) => typeof value === 'string');
    if (titles.length > 0) return titles.join(' / ');
    const covered = (state['deleted'] ?? []).flatMap(
      ([deletion]) => log.find(deletion)?.record.parents['title'] ?? [],
    );
    const [first] = covered.toSorted().flatMap((id) => log.find(id)?.record.set['title'] ?? []);
    return typeof first === 'string' ? first : '';
  }

  function projectLink(linkId: string, state: EntityState): void {
    const parts = partsOfLink(linkId);
    if (parts === undefined) return;
    const { evidenceId, target } = parts;
    // In conflict (linked by one, unlinked by another) the link stands: it is visible, and somebody decides.
    if (distinctValues(state, 'linked').includes(true)) putLink.run(evidenceId, target.kind, target.id);
    else dropLink.run(evidenceId, target.kind, target.id);
  }

  function projectAttachment(attachmentId: string, state: EntityState): void {
    const parts = partsOfAttachment(attachmentId);
    if (parts === undefined) return;
    const live = !isDeleted(state) || fieldsInConflict(state).includes('deleted');
    if (!live) return void dropAttachment.run(attachmentId);
    const bytes = settledValue(state, 'bytes');
    putAttachment.run(
      attachmentId,
      parts.evidenceId,
      parts.sha256,
      settledText(state, 'name'),
      typeof bytes === 'number' ? bytes : 0,
      settledText(state, 'mediaType'),
    );
  }

  /** Takes a logged record into the projections; `squashed` is an unsealed record that it takes the place of. */
  function project(logged: LoggedRecord, squashed?: string): EntityState {
    const { record, sequence } = logged;
    const { entity, entityId } = record;
    for (const [field, parents] of Object.entries(record.parents)) {
      for (const parent of parents) {
        if ((placeOf.get(parent) ?? Infinity) > sequence) await_.run(parent, entity, entityId, field);
      }
    }
    const known = states.get(entity, entityId)?.state ?? {};
    const before = squashed === undefined ? known : withoutRecord(known, squashed);
    const state = withRecord(
      before,
      record,
      (field) => awaited.get(record.id, entity, entityId, field) !== undefined,
    );
    const number = states.put(entity, entityId, state, fieldsInConflict(state).length > 0, sequence);
    if (entity === 'evidence') projectEvidence(number, entityId, state, logged);
    if (entity === 'link') projectLink(entityId, state);
    if (entity === 'attachment') projectAttachment(entityId, state);
    if (hasWords(record)) pending.run(number);
    return state;
  }

  return {
    project,

    /** Empties every projection and makes it anew from the log, in one transaction. */
    rebuild: database.transaction((): void => {
      database.exec(`
        DELETE FROM awaited_parent; DELETE FROM entity_state; DELETE FROM evidence; DELETE FROM link;
        DELETE FROM attachment; DELETE FROM search_pending;
        INSERT INTO search_text (search_text) VALUES ('delete-all');
      `);
      for (const place of database
        .prepare<[], number>('SELECT sequence FROM change_record ORDER BY sequence')
        .pluck()
        .all()) {
        const [logged] = log.newest(place + 1, 1);
        if (logged !== undefined) project(logged);
      }
    }),
  };
}

/** Links have no words of their own, and there are more of them than of anything else. */
function hasWords(record: ChangeRecord): boolean {
  return record.entity !== 'link';
}

function textOrNull(value: FieldValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
