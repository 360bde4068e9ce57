import type { Database } from 'better-sqlite3';
import { changeLog } from '../changeLog.ts';
import { evidenceProjections } from '../evidenceProjections.ts';
import { projector } from '../projector.ts';

/** Makes the projections of single entities anew, where their records in the log have become fewer or have moved. */
export function entityReprojection(database: Database) {
  const log = changeLog(database);
  const projections = projector(database);
  const rows = evidenceProjections(database, log);
  const numberOf = database
    .prepare<[string, string], number>('SELECT number FROM entity_state WHERE entity = ? AND entity_id = ?')
    .pluck();
  const empty = database.prepare<[number]>(
    `UPDATE entity_state SET fields = '{}', conflict = 0, sequence = 0 WHERE number = ?`,
  );
  const forgetAwaited = database.prepare<[string, string]>(
    'DELETE FROM awaited_parent WHERE entity = ? AND entity_id = ?',
  );
  const dropEvidence = database.prepare<[number]>('DELETE FROM evidence WHERE number = ?');
  const dropAttachment = database.prepare<[string]>('DELETE FROM attachment WHERE entity_id = ?');
  const drops = [
    database.prepare<[number]>('DELETE FROM entity_state WHERE number = ?'),
    database.prepare<[number]>('DELETE FROM search_text WHERE rowid = ?'),
    database.prepare<[number]>('DELETE FROM search_pending WHERE number = ?'),
  ];

  return {
    /** Whatever the log holds of the entity now is what it shows afterwards; nothing, if it holds nothing. */
    projectAnew(entity: string, entityId: string): void {
      const number = numberOf.get(entity, entityId);
      if (number === undefined) return;
      forgetAwaited.run(entity, entityId);
      const records = log.ofEntity(entity, entityId).toReversed();
      if (records.length === 0) for (const drop of drops) drop.run(number);
      else empty.run(number);
      if (entity === 'evidence') {
        dropEvidence.run(number);
        rows.comeOrGone(entityId);
      }
      if (entity === 'link') rows.link(entityId, {});
      if (entity === 'joining') rows.joining(entityId, {});
      if (entity === 'attachment') dropAttachment.run(entityId);
      for (const logged of records) projections.project(logged);
    },
  };
}
