import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { allAtOnce, inPieces, type Steps } from '../steps.ts';
import { entityReprojection } from './entityReprojection.ts';

/** Records looked up in one step. */
const FOUND_AT_ONCE = 500;

type LogRow = {
  readonly sequence: number;
  readonly id: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly body: string;
  readonly hash: string;
};
type Kept = { readonly id: string; readonly body: string; readonly hash: string };
type Entity = Pick<LogRow, 'entity' | 'entity_id'>;

/** How many records went, and how many of these were written here. */
export type TakenOut = { readonly out: number; readonly own: number };

/**
 * Taking records that a consolidation brought out of an open workbook, and bringing them back. Callers bring their own
 * transaction.
 */
export function setAsideRecords(database: Database) {
  const byId = database.prepare<[string], LogRow>('SELECT * FROM change_record WHERE id = ?');
  const ofEntity = database.prepare<[string, string], LogRow>(
    'SELECT * FROM change_record WHERE entity_id = ? AND entity = ? ORDER BY sequence',
  );
  const settlements = database.prepare<[], LogRow>(
    `SELECT r.* FROM entity_state s JOIN change_record r ON r.entity_id = s.entity_id AND r.entity = s.entity
     WHERE s.entity = 'settlement' ORDER BY r.sequence`,
  );
  const keep = database.prepare<[string, number, string, string, number]>(
    'INSERT OR REPLACE INTO set_aside_record (id, consolidation, body, hash, own) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = database.prepare<[string]>('DELETE FROM change_record WHERE id = ?');
  const unshare = database.prepare<[string]>('DELETE FROM shared_record WHERE record = ?');
  const unkeep = database.prepare<[string]>('DELETE FROM set_aside_record WHERE id = ?');
  const isKept = database.prepare<[string], number>('SELECT 1 FROM set_aside_record WHERE id = ?').pluck();
  const isAnyKept = database.prepare<[], number>('SELECT 1 FROM set_aside_record LIMIT 1').pluck();
  const own = database.prepare<[], Kept>(
    'SELECT id, body, hash FROM set_aside_record WHERE own = 1 ORDER BY id',
  );
  const reprojection = entityReprojection(database);

  function* takingOut(
    consolidation: number,
    records: readonly string[],
    onEntry: (done: number, of: number) => void = () => {},
  ): Steps<TakenOut> {
    const named = new Set(records);
    const touched = new Map<string, Entity>();
    const touch = (row: Entity): unknown => touched.set(`${row.entity} ${row.entity_id}`, row);
    yield* inPieces(records, FOUND_AT_ONCE, (ids) => {
      for (const id of ids) {
        const row = byId.get(id);
        if (row !== undefined) touch(row);
      }
    });
    const gone = new Set<string>();
    let ownOut = 0;
    let first = Infinity;
    const takeOutRow = (row: LogRow): void => {
      const isOwn = !named.has(row.id);
      keep.run(row.id, consolidation, row.body, row.hash, isOwn ? 1 : 0);
      remove.run(row.id);
      unshare.run(row.id);
      gone.add(row.id);
      first = Math.min(first, row.sequence);
      if (isOwn) ownOut += 1;
    };
    for (const { entity, entity_id } of touched.values()) {
      const rows = ofEntity.all(entity_id, entity);
      const going = withDescendants(rows, named);
      rows.filter(({ id }) => going.has(id)).forEach(takeOutRow);
      yield;
    }
    // How a conflict was settled is an entry of its own, and builds on the values that it settled.
    for (const row of settlements.all()) {
      if (row.sequence < first || !parentsOf(row.body).some((parent) => gone.has(parent))) continue;
      takeOutRow(row);
      touch(row);
    }
    let done = 0;
    for (const { entity, entity_id } of touched.values()) {
      reprojection.projectAnew(entity, entity_id);
      done += 1;
      onEntry(done, touched.size);
      yield;
    }
    return { out: gone.size, own: ownOut };
  }

  return {
    /**
     * Takes the records out of the log, with everything written since that builds on them, keeps them beside it, and
     * makes the projections of what they touched anew.
     */
    takeOut: (consolidation: number, records: readonly string[]): TakenOut =>
      allAtOnce(takingOut(consolidation, records)),

    /** The steps of `takeOut`; `onEntry` is told now and then how many entries have been gone through, of how many. */
    takingOut,

    /** To be told of records that are in the workbook (again). */
    forgetReturned(records: Iterable<string>): void {
      if (isAnyKept.get() === undefined) return;
      for (const id of records) unkeep.run(id);
    },

    /** Records written here that can come back, as nothing that they build on is set aside any more. */
    ownThatCanReturn(): readonly ChangeRecord[] {
      return own
        .all()
        .filter(({ body }) => parentsOf(body).every((parent) => isKept.get(parent) === undefined))
        .map(recordOf);
    },
  };
}

/**
 * The records of one entity that have to go: those named, and all that build on one that goes and came after them. What was
 * there before, waiting for what it builds on, waits again.
 */
function withDescendants(rows: readonly LogRow[], named: ReadonlySet<string>): ReadonlySet<string> {
  const first = rows.findIndex(({ id }) => named.has(id));
  const going = new Set(rows.filter(({ id }) => named.has(id)).map(({ id }) => id));
  const parents = rows.slice(first).map((row) => [row.id, parentsOf(row.body)] as const);
  for (let size = -1; size !== going.size;) {
    size = going.size;
    for (const [id, ids] of parents) if (ids.some((parent) => going.has(parent))) going.add(id);
  }
  return going;
}

function recordOf({ body, hash }: Kept): ChangeRecord {
  // The text is this program's own canonical form of a checked record; see changeLog.ts.
  const content = JSON.parse(body) as Omit<ChangeRecord, 'hash'>;
  return { ...content, hash };
}

function parentsOf(body: string): readonly string[] {
  // The text is this program's own canonical form of a checked record; see changeLog.ts.
  const { parents } = JSON.parse(body) as Pick<ChangeRecord, 'parents'>;
  return Object.values(parents).flat();
}
