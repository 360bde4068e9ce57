import type { Database } from 'better-sqlite3';
import { titleKey } from '../../shared/domain/alikeEvidence.ts';
import type { FieldValue } from '../../shared/domain/changeRecord.ts';
import { partsOfAttachment, partsOfLink } from '../../shared/domain/entityIdentity.ts';
import {
  distinctValues,
  fieldsInConflict,
  isDeleted,
  settledText,
  settledValue,
  type EntityState,
} from '../../shared/domain/entityState.ts';
import type { ChangeLog } from './changeLog.ts';

/** What the register sorts, filters and shows, in the order of the columns. */
const described = [
  'title',
  'title_key',
  'kind',
  'date',
  'period',
  'source',
  'partner',
  'conflict',
  'deleted',
] as const;
type Description = Readonly<Record<(typeof described)[number], string | number | null>>;

/** The newest record that touched an item: its place in the log, and when it was written. */
type Touch = { readonly changed: number; readonly changed_at: string };

/** Writes the tables `evidence`, `link` and `attachment`, which follow from the entity states of these kinds. */
export function evidenceProjections(database: Database, log: ChangeLog) {
  const places = described.map(() => '?').join(', ');
  const add = database.prepare<(string | number | null)[]>(
    `INSERT INTO evidence (number, id, changed, changed_at, uses, ${described.join(', ')})
     VALUES (?, ?, ?, ?, (SELECT count(*) FROM link WHERE evidence_id = ?), ${places})`,
  );
  const describe = database.prepare<(string | number | null)[]>(
    `UPDATE evidence SET ${described.map((column) => `${column} = ?`).join(', ')} WHERE number = ?`,
  );
  const touch = database.prepare<[number, string, number]>(
    'UPDATE evidence SET changed = ?, changed_at = ? WHERE number = ?',
  );
  const touchInPlace = database.prepare<[string, number]>(
    'UPDATE evidence SET changed_at = ? WHERE number = ?',
  );
  const stored = database.prepare<[number], Description & Touch>(
    `SELECT changed, changed_at, ${described.join(', ')} FROM evidence WHERE number = ?`,
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

  function descriptionOf(state: EntityState): Description {
    const title = titleOf(state);
    return {
      title,
      title_key: titleKey(title),
      kind: textOrNull(settledValue(state, 'kind')),
      date: textOrNull(settledValue(state, 'date')),
      period: textOrNull(settledValue(state, 'period')),
      source: textOrNull(settledValue(state, 'source')),
      partner: textOrNull(settledValue(state, 'partner')),
      conflict: fieldsInConflict(state).length > 0 ? 1 : 0,
      deleted: isDeleted(state) ? 1 : 0,
    };
  }

  return {
    /**
     * The row of an evidence item. Most saves change words that the register does not show: then nothing is written that
     * an index would have to follow.
     */
    evidence(number: number, evidenceId: string, state: EntityState, { changed, changed_at }: Touch): void {
      const description = descriptionOf(state);
      const values = described.map((column) => description[column]);
      const before = stored.get(number);
      if (before === undefined) {
        add.run(number, evidenceId, changed, changed_at, evidenceId, ...values);
        return;
      }
      if (described.some((column) => description[column] !== before[column])) describe.run(...values, number);
      if (changed > before.changed) touch.run(changed, changed_at, number);
      else if (changed === before.changed) touchInPlace.run(changed_at, number);
    },

    link(linkId: string, state: EntityState): void {
      const parts = partsOfLink(linkId);
      if (parts === undefined) return;
      const { evidenceId, target } = parts;
      // In conflict (linked by one, unlinked by another) the link stands: it is visible, and somebody decides.
      const stands = distinctValues(state, 'linked').includes(true);
      (stands ? putLink : dropLink).run(evidenceId, target.kind, target.id);
    },

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

function textOrNull(value: FieldValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
