import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../shared/domain/changeRecord.ts';
import { partsOfAttachment } from '../../shared/domain/entityIdentity.ts';
import {
  distinctValues,
  fieldsInConflict,
  isDeleted,
  settledText,
  settledValue,
  type EntityState,
} from '../../shared/domain/entityState.ts';
import type { ChangeLog, LoggedRecord } from './changeLog.ts';
import type { StoredState } from './entityStates.ts';
import {
  described,
  evidenceDescription,
  liveTitle,
  type EvidenceDescription,
} from './evidenceDescription.ts';
import { joinedEvidence } from './joinedEvidence.ts';

/** The fields that any of it follows from, but for conflicts, which any field may be in. */
const describedBy: ReadonlySet<string> = new Set([
  'title',
  'kind',
  'date',
  'period',
  'source',
  'partner',
  'deleted',
]);

/** The place in the log of the newest record that touched an item. */
type Touch = { readonly changed: number };

/** Writes the tables about evidence, links, attachments and joinings, which follow from the entity states of these kinds. */
export function evidenceProjections(database: Database, log: ChangeLog) {
  const joined = joinedEvidence(database);
  const places = described.map(() => '?').join(', ');
  const add = database.prepare<(string | number | null)[]>(
    `INSERT INTO evidence (number, id, changed, uses, ${described.join(', ')})
     VALUES (?, ?, ?, (SELECT count(*) FROM link WHERE evidence_id = ?), ${places})`,
  );
  const describe = database.prepare<(string | number | null)[]>(
    `UPDATE evidence SET ${described.map((column) => `${column} = ?`).join(', ')} WHERE number = ?`,
  );
  const touch = database.prepare<[number, number]>('UPDATE evidence SET changed = ? WHERE number = ?');
  const stored = database.prepare<[number], EvidenceDescription & Touch>(
    `SELECT changed, ${described.join(', ')} FROM evidence WHERE number = ?`,
  );
  const putAttachment = database.prepare<[string, string, string, string, number, string]>(
    `INSERT OR REPLACE INTO attachment (entity_id, evidence_id, sha256, name, bytes, media_type)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const dropAttachment = database.prepare<[string]>('DELETE FROM attachment WHERE entity_id = ?');

  /** As the register shows it; of a deleted item, the title that its deletion covered. */
  function titleOf(state: EntityState): string {
    if (distinctValues(state, 'title').some((value) => typeof value === 'string')) return liveTitle(state);
    const covered = (state['deleted'] ?? []).flatMap(
      ([deletion]) => log.find(deletion)?.record.parents['title'] ?? [],
    );
    const [first] = covered.toSorted().flatMap((id) => log.find(id)?.record.set['title'] ?? []);
    return typeof first === 'string' ? first : '';
  }

  return {
    /**
     * The row of an evidence item. Most saves change words that the register does not show: then nothing is written that
     * an index would have to follow.
     */
    evidence(
      { record, sequence: changed }: LoggedRecord,
      { number, state }: { readonly number: number; readonly state: EntityState },
      known: StoredState | undefined,
    ): void {
      const { entityId: evidenceId } = record;
      if (known !== undefined && keepsDescription(record, known.state, state)) {
        if (changed <= known.sequence || touch.run(changed, number).changes > 0) return;
      }
      const description = evidenceDescription(state, joined.isStoodFor(evidenceId), titleOf(state));
      const values = described.map((column) => description[column]);
      const before = known === undefined ? undefined : stored.get(number);
      if (before === undefined) {
        add.run(number, evidenceId, changed, evidenceId, ...values);
        joined.comeOrGone(evidenceId);
        return;
      }
      if (described.some((column) => description[column] !== before[column])) describe.run(...values, number);
      if (changed > before.changed) touch.run(changed, number);
      if ((description.deleted === 1) !== (before.deleted === 1)) joined.comeOrGone(evidenceId);
    },

    link: joined.link,
    joining: joined.joining,
    comeOrGone: joined.comeOrGone,

    attachment(attachmentId: string, state: EntityState): void {
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
    },
  };
}

/** Whether nothing that the register shows of an item hangs on what the record changed. */
function keepsDescription(record: ChangeRecord, before: EntityState, after: EntityState): boolean {
  const fields = [...Object.keys(record.set), ...Object.keys(record.parents)];
  if (fields.some((field) => describedBy.has(field))) return false;
  return fieldsInConflict(before).length > 0 === fieldsInConflict(after).length > 0;
}
