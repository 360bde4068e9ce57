import type { Database } from 'better-sqlite3';
import { partsOfLink } from '../../../shared/domain/entityIdentity.ts';
import { fieldsInConflict, type EntityState } from '../../../shared/domain/entityState.ts';
import { described, evidenceDescription } from '../evidenceDescription.ts';
import { linkStands } from '../joinedEvidence.ts';
import type { StagedRecord } from './stagedRecords.ts';

/** All staged changes of one entry, in the order in which they will come. */
export type StagedEntry = readonly [StagedRecord, ...StagedRecord[]];

/** Kinds whose rows hang on more than the changes of the entry alone. */
const oneByOne: ReadonlySet<string> = new Set(['joining', 'attachment']);

type Kind = { first: number; last: number; readonly firstEntry: number; readonly ahead: number };

/**
 * Notes beside staged changes what becomes of the entries that a workbook has nothing of: most of what comes in. What has
 * been worked out to show it is then taken in many at once, instead of being worked out again change by change.
 *
 * Entries come in the order in which the changes are arranged.
 */
export function newEntries(staging: Database) {
  const putEntry = staging.prepare<
    [number, number, number, number, string, string, number, string | null, string | null, string | null]
  >(
    `INSERT INTO new_entry
       (entry, first, last, ahead, entity_id, fields, conflict, evidence_id, target_kind, target_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putEvidence = staging.prepare<(string | number | null)[]>(
    `INSERT INTO new_evidence (entry, ${described.join(', ')}) VALUES (?, ${described.map(() => '?').join(', ')})`,
  );
  const putOther = staging.prepare<[number]>('INSERT INTO other_change (place) VALUES (?)');
  const putKind = staging.prepare<[string, number, number, number, number, number]>(
    'INSERT INTO kind (entity, first, last, first_entry, last_entry, ahead) VALUES (?, ?, ?, ?, ?, ?)',
  );
  let entries = 0;
  let changes = 0;
  let place = 0;
  let entity = '';
  let kind: Kind | undefined;

  function endKind(): void {
    if (kind === undefined) return;
    putKind.run(entity, kind.first, kind.last, kind.firstEntry, entries, kind.ahead);
    kind = undefined;
  }

  function noteNew(entry: StagedEntry, state: EntityState): void {
    const { entityId, entity: name } = entry[0].change;
    const parts = name === 'link' && linkStands(state) ? partsOfLink(entityId) : undefined;
    entries += 1;
    putEntry.run(
      entries,
      place + 1,
      place + entry.length,
      changes,
      entityId,
      JSON.stringify(state),
      fieldsInConflict(state).length,
      parts?.evidenceId ?? null,
      parts?.target.kind ?? null,
      parts?.target.id ?? null,
    );
    changes += entry.length;
    if (name !== 'evidence') return;
    const description = evidenceDescription(state, false);
    putEvidence.run(entries, ...described.map((column) => description[column]));
  }

  return {
    /** The next entry. `state` is what it is once all of its changes are in; undefined where the workbook has it already. */
    note(entry: StagedEntry, state: EntityState | undefined): void {
      const { change } = entry[0];
      if (kind === undefined || entity !== change.entity) {
        endKind();
        entity = change.entity;
        kind = { first: place + 1, last: place, firstEntry: entries + 1, ahead: changes };
      }
      if (state !== undefined && standsAlone(entry, state)) noteNew(entry, state);
      else for (let of = 1; of <= entry.length; of += 1) putOther.run(place + of);
      place += entry.length;
      kind.last = place;
    },

    /** To be called after the last entry. */
    end: endKind,
  };
}

/** Whether what becomes of the entry follows from these changes alone, whatever else is in the workbook. */
function standsAlone(entry: StagedEntry, state: EntityState): boolean {
  const { entity } = entry[0].change;
  // A deleted item goes by a title that only the log holds.
  if (oneByOne.has(entity) || (entity === 'evidence' && 'deleted' in state)) return false;
  const come = new Set<string>();
  for (const { change } of entry) {
    for (const parents of Object.values(change.parents))
      if (!parents.every((parent) => come.has(parent))) return false;
    come.add(change.id);
  }
  return true;
}
