import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../electron/store/file/migrate.ts';
import { sha256OfText } from '../../../electron/store/file/sha256.ts';
import { connectToMemory } from '../../../electron/store/file/storeConnection.ts';
import { migrations } from '../../../electron/store/migrations/migrations.ts';
import { projector } from '../../../electron/store/projector.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import { attachmentIdentity, joiningIdentity } from '../../../shared/domain/entityIdentity.ts';
import type { ChangeRecord, FieldValue } from '../../../shared/domain/changeRecord.ts';
import { sealRecord } from '../../../shared/domain/sealRecord.ts';
import { stageChanges, takeInStagedChanges } from '../../builders/stagedChanges.ts';
import { propertyRuns } from '../../builders/propertyRuns.ts';
import { sampleRecord } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

type Edit = {
  readonly entity: string;
  readonly entityId: string;
  readonly set: Readonly<Record<string, FieldValue>>;
  /** Whether it replaces what its entry's last change of the field set; otherwise it may be in conflict with it. */
  readonly isSeen: boolean;
};

const piece = fc.constantFrom('a', 'b', 'c');
const target = fc.constantFrom('outcome:one', 'question:two', 'of-no-kind:three');
const words = fc.constantFrom('A title', 'Another', '', null);
const edit = (entity: string, entityId: fc.Arbitrary<string>, set: fc.Arbitrary<Edit['set']>) =>
  fc.record({ entity: fc.constant(entity), entityId, set, isSeen: fc.boolean() });

const history: fc.Arbitrary<readonly ChangeRecord[]> = fc
  .array(
    fc.oneof(
      edit('evidence', piece, fc.record({ title: words, kind: words })),
      edit('evidence', piece, fc.record({ deleted: fc.boolean() })),
      fc.record({
        entity: fc.constant('evidence'),
        entityId: piece,
        set: fc.constant({ deleted: true }),
        isSeen: fc.constant(true),
      }),
      edit(
        'link',
        fc.tuple(piece, target).map(([from, to]) => `${from}>${to}`),
        fc.record({ linked: fc.boolean() }),
      ),
      edit(
        'joining',
        fc.tuple(piece, piece).map(([one, other]) => joiningIdentity(one, other)),
        fc.record({ joined: fc.boolean() }),
      ),
      edit(
        'attachment',
        piece.map((id) => attachmentIdentity(id, 'f'.repeat(64))),
        fc.record({ name: words }),
      ),
      edit('answer', piece, fc.record({ howAreWeDoing: words })),
      edit('of-a-newer-version', piece, fc.record({ something: words })),
    ),
    { minLength: 8, maxLength: 40 },
  )
  .map(recordsOf);

/** Where a change is when packets are checked. */
const placeArbitrary = fc.constantFrom('here', 'first', 'first', 'first', 'second', 'both', 'meanwhile');

describe('changes that are taken in from where they wait', () => {
  it('leave what a rebuild from the log makes, whatever was here before and comes meanwhile', () => {
    const seen = { atOnce: 0, oneByOne: 0 };
    fc.assert(
      fc.property(
        history,
        fc.infiniteStream(fc.tuple(placeArbitrary, fc.nat())),
        fc.boolean(),
        fc.boolean(),
        (records, stream, isShuffled, isAnyMeanwhile) => {
          const chosen = [...stream.take(records.length)];
          const inOrder = records
            .map((record, index) => ({
              record,
              place: chosen[index]?.[0],
              key: isShuffled ? (chosen[index]?.[1] ?? 0) : index,
            }))
            .toSorted((left, right) => left.key - right.key);
          const of = (...places: readonly string[]): readonly ChangeRecord[] =>
            inOrder.filter(({ place = '' }) => places.includes(place)).map(({ record }) => record);
          const database = emptyDatabase();
          write(database, of('here'));
          const file = stage(database, [of('first', 'both'), of('second', 'both')]);
          const meanwhile = isAnyMeanwhile ? of('meanwhile') : [];
          write(database, meanwhile);
          const coming = [...of('first'), ...of('second'), ...of('both')];
          const { taken, atOnce } = takeIn(database, file);
          seen.atOnce += atOnce;
          seen.oneByOne += coming.length - atOnce;
          expect(taken.added.toSorted()).toEqual(coming.map(({ id }) => id).toSorted());

          const log = database.prepare('SELECT sequence FROM change_record ORDER BY sequence').pluck().all();
          expect(log).toEqual(log.map((_, index) => index + 1));
          const kept = tables(database);
          projector(database).rebuild();
          expect(tables(database)).toEqual(kept);

          const single = emptyDatabase();
          write(single, [...of('here'), ...meanwhile, ...coming]);
          expect(live(database)).toEqual(live(single));
          for (const each of [database, single]) each.close();
        },
      ),
      propertyRuns(120),
    );
    // Both ways have been taken.
    expect(Math.min(seen.atOnce, seen.oneByOne)).toBeGreaterThan(0);
  });

  it('find what they were joined to before they came', () => {
    const database = emptyDatabase();
    write(database, [
      sampleRecord(1, 'evidence', 'a', { title: 'One' }),
      sampleRecord(2, 'evidence', 'b', { title: 'Two' }),
      sampleRecord(3, 'joining', 'a+b', { joined: true }),
      sampleRecord(4, 'joining', 'a+c', { joined: true }),
    ]);
    const links = database
      .prepare<[], string>("SELECT target_id FROM link WHERE evidence_id = 'a' ORDER BY 1")
      .pluck();
    const link = sampleRecord(5, 'link', 'b>outcome:one', { linked: true });
    expect(takeIn(database, stage(database, [[link]]), 'first').atOnce).toBe(1);
    expect(links.all()).toEqual(['one']);
    const coming = [
      sampleRecord(6, 'evidence', 'c', { title: 'Three' }),
      sampleRecord(7, 'link', 'c>question:two', { linked: true }),
    ];
    expect(takeIn(database, stage(database, [coming]), 'second').atOnce).toBe(2);
    expect(links.all()).toEqual(['one', 'two']);
    const listed = database.prepare('SELECT id FROM evidence WHERE deleted = 0').pluck();
    expect(listed.all()).toEqual(['a']);
    const kept = tables(database);
    projector(database).rebuild();
    expect(tables(database)).toEqual(kept);
    database.close();
  });

  it('are refused together where one has come meanwhile under the number of another', () => {
    const database = emptyDatabase();
    const file = stage(database, [[sampleRecord(7, 'answer', 'a', { howAreWeDoing: 'Well' })]]);
    write(database, [sampleRecord(7, 'answer', 'b', { howAreWeDoing: 'Badly' })]);
    const before = tables(database);
    expect(() => takeIn(database, file)).toThrow('same number');
    expect(tables(database)).toEqual(before);
    database.close();
  });
});

function recordsOf(edits: readonly Edit[]): readonly ChangeRecord[] {
  const last = new Map<string, string[]>();
  return edits.map(({ entity, entityId, set, isSeen }, number) => {
    const key = (field: string): string => `${entity} ${entityId} ${field}`;
    const { hash: _, ...draft } = sampleRecord(number, entity, entityId, set);
    // A deletion withdraws what its author saw.
    const fields = [...Object.keys(set), ...(set['deleted'] === true ? ['title', 'kind'] : [])];
    const parents = Object.fromEntries(
      fields.map((field) => [field, isSeen ? (last.get(key(field)) ?? []) : []]),
    );
    for (const field of Object.keys(set))
      last.set(key(field), [...(isSeen ? [] : (last.get(key(field)) ?? [])), draft.id]);
    const at = new Date(1_700_000_000_000 + number * 1_000).toISOString();
    return sealRecord({ ...draft, parents, at }, sha256OfText);
  });
}

/** Checks packets as the program does, and answers where their changes wait. */
function stage(database: Database, packets: readonly (readonly ChangeRecord[])[]): string {
  const file = path.join(temporaryFolder(), 'staged.sqlite');
  stageChanges(file, database, packets);
  return file;
}

function takeIn(database: Database, file: string, id = 'one') {
  try {
    return takeInStagedChanges(file, database, { id, at: '2026-05-03T09:00:00.000Z' });
  } finally {
    rmSync(file);
  }
}

function write(database: Database, records: readonly ChangeRecord[]): void {
  recordWriter(database).write(records.map((record) => ({ record })));
}

const projections = [
  'entity_state',
  'evidence',
  'link',
  'joining',
  'joined',
  'evidence_spread',
  'evidence_date',
  'attachment',
  'awaited_parent',
  'search_pending',
] as const;

/** Everything that follows from the log, with the entries in place of the row numbers, which follow the order of arrival. */
function tables(database: Database): Record<string, unknown> {
  const entry = `(SELECT entity || ' ' || entity_id FROM entity_state AS s WHERE s.number = t.number)`;
  return Object.fromEntries(
    projections.map((table) => {
      const isNumbered = ['entity_state', 'evidence', 'search_pending'].includes(table);
      const rows = database
        .prepare<[], Record<string, unknown>>(
          `SELECT *${isNumbered ? `, ${entry} AS entry` : ''} FROM ${table} AS t`,
        )
        .all();
      return [table, rows.map((row) => JSON.stringify({ ...row, number: null })).toSorted()];
    }),
  );
}

/** What does not depend on the order in which changes came. */
function live(database: Database): unknown {
  const all = (query: string): unknown => database.prepare(query).all();
  return [
    all('SELECT entity, entity_id, fields, conflict FROM entity_state ORDER BY entity, entity_id'),
    all('SELECT id, title, kind, uses, conflict, deleted FROM evidence ORDER BY id'),
    all('SELECT * FROM link ORDER BY target_kind, target_id, evidence_id'),
    all('SELECT * FROM evidence_spread'),
    all('SELECT * FROM joined'),
  ];
}

function emptyDatabase(): Database {
  const database = connectToMemory();
  migrate(database, migrations);
  return database;
}
