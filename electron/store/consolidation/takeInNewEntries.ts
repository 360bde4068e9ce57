import type { Database } from 'better-sqlite3';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { described } from '../evidenceDescription.ts';
import { failureCode } from '../file/fileFailure.ts';
import { joinedEvidence } from '../joinedEvidence.ts';
import { hasWords } from '../projector.ts';
import type { Steps } from '../steps.ts';

/** Entries taken in in one step: a few milliseconds. */
const AT_ONCE = 100;
/** What is told of costs time too. */
const ENTRIES_A_REPORT = 500;
/** Entries looked up in one step. */
const LOOKED_UP = 2_000;

type Kind = {
  readonly entity: string;
  readonly first_entry: number;
  readonly last_entry: number;
  readonly ahead: number;
};
type Range = { readonly from: number; readonly to: number };

/**
 * Takes in the entries that `newEntries` has noted, each with all its changes; what the projector makes of these one by one
 * has been worked out already. The staging is attached, and callers bring their own transaction.
 *
 * @returns the ids of the changes; undefined, with nothing written, where the workbook has got something of one of the
 *   entries since they were checked.
 */
export function* takingInNewEntries(
  database: Database,
  onRecords: (count: number) => void,
): Steps<readonly string[] | undefined> {
  const kinds = database
    .prepare<[], Kind>(
      `SELECT entity, first_entry, last_entry, ahead FROM staging.kind WHERE last_entry >= first_entry
       ORDER BY entity DESC`,
    )
    .all();
  const isKnown = database.prepare<Range & { entity: string }, number>(
    `SELECT 1 FROM staging.new_entry AS new CROSS JOIN entity_state AS known
       ON known.entity = :entity AND known.entity_id = new.entity_id
     WHERE new.entry BETWEEN :from AND :to LIMIT 1`,
  );
  for (const kind of kinds) {
    for (const range of ranges(kind, LOOKED_UP)) {
      if (isKnown.get({ ...range, entity: kind.entity }) !== undefined) return undefined;
      yield;
    }
  }
  const add = addingOf(database);
  const ids: string[] = [];
  // Links come before the evidence that they are of, which is then counted once and not with each of them.
  for (const kind of kinds) {
    const take = add(kind);
    for (const range of ranges(kind, AT_ONCE)) {
      for (const id of take(range)) ids.push(id);
      if (range.to % ENTRIES_A_REPORT < AT_ONCE) onRecords(ids.length);
      yield;
    }
  }
  return ids;
}

function* ranges({ first_entry, last_entry }: Kind, size: number): Generator<Range> {
  for (let from = first_entry; from <= last_entry; from += size)
    yield { from, to: Math.min(from + size - 1, last_entry) };
}

/** Adds the entries of a range of one kind to the log and to the projections, and answers the ids of their changes. */
function addingOf(database: Database): (kind: Kind) => (range: Range) => readonly string[] {
  const lastSequence = database.prepare<[], number | null>('SELECT max(sequence) FROM change_record').pluck();
  const lastNumber = database.prepare<[], number | null>('SELECT max(number) FROM entity_state').pluck();
  const log = database
    .prepare<Range & { sequence: number }, string>(
      `INSERT INTO change_record (sequence, id, entity, entity_id, body, hash)
       SELECT :sequence + new.ahead + place - new.first + 1, id, staged.entity, staged.entity_id, body, hash
       FROM staging.new_entry AS new
         CROSS JOIN staging.arranged ON place BETWEEN new.first AND new.last
         CROSS JOIN staging.staged USING (number)
       WHERE new.entry BETWEEN :from AND :to
       RETURNING id`,
    )
    .pluck();
  const states = database.prepare<Range & { sequence: number; number: number; entity: string }>(
    `INSERT INTO entity_state (number, entity, entity_id, fields, conflict, sequence)
     SELECT :number + entry, :entity, entity_id, fields, conflict, :sequence + ahead + last - first + 1
     FROM staging.new_entry WHERE entry BETWEEN :from AND :to`,
  );
  const words = database.prepare<Range & { number: number }>(
    `INSERT OR IGNORE INTO search_pending (number)
     SELECT :number + entry FROM staging.new_entry WHERE entry BETWEEN :from AND :to`,
  );
  const links = database.prepare<Range>(
    `INSERT OR IGNORE INTO link (evidence_id, target_kind, target_id)
     SELECT evidence_id, target_kind, target_id FROM staging.new_entry
       WHERE entry BETWEEN :from AND :to AND evidence_id IS NOT NULL
     UNION ALL SELECT stands_in, target_kind, target_id FROM staging.new_entry CROSS JOIN joined USING (evidence_id)
       WHERE entry BETWEEN :from AND :to`,
  );
  const evidence = database.prepare<Range & { sequence: number; number: number }>(
    `INSERT INTO evidence (number, id, changed, uses, ${described.join(', ')})
     SELECT :number + entry, entity_id, :sequence + ahead + last - first + 1,
       (SELECT count(*) FROM link WHERE evidence_id = entity_id), ${described.map((column) => `told.${column}`).join(', ')}
     FROM staging.new_entry CROSS JOIN staging.new_evidence AS told USING (entry) WHERE entry BETWEEN :from AND :to`,
  );
  const joinedBefore = database
    .prepare<Range, string>(
      `SELECT entity_id FROM staging.new_entry WHERE entry BETWEEN :from AND :to
         AND (entity_id IN (SELECT one FROM joining) OR entity_id IN (SELECT other FROM joining))`,
    )
    .pluck();
  const joined = joinedEvidence(database);

  return ({ entity, first_entry, ahead }) => {
    const sequence = (lastSequence.get() ?? 0) - ahead;
    const number = (lastNumber.get() ?? 0) - first_entry + 1;
    return (range) => {
      const ids = refusingForged(() => log.all({ ...range, sequence }));
      states.run({ ...range, sequence, number, entity });
      if (hasWords(entity)) words.run({ ...range, number });
      if (entity === 'link') links.run(range);
      if (entity === 'evidence') {
        evidence.run({ ...range, sequence, number });
        // Somebody joined them to others before they came.
        for (const id of joinedBefore.all(range)) joined.comeOrGone(id);
      }
      return ids;
    };
  };
}

function refusingForged<Result>(write: () => Result): Result {
  try {
    return write();
  } catch (cause) {
    if (failureCode(cause) !== 'SQLITE_CONSTRAINT_UNIQUE') throw cause;
    throw new WorkbookError('damaged', 'Two different changes carry the same number. Nothing was taken in.', {
      cause,
    });
  }
}
