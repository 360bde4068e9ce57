import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectToMemory } from '../../electron/store/file/storeConnection.ts';
import { sha256OfText } from '../../electron/store/file/sha256.ts';
import { migrate } from '../../electron/store/file/migrate.ts';
import { migrations } from '../../electron/store/migrations/migrations.ts';
import { entityReprojection } from '../../electron/store/consolidation/entityReprojection.ts';
import { projector } from '../../electron/store/projector.ts';
import { recordWriter } from '../../electron/store/recordWriter.ts';
import type { ChangeRecord, FieldValue } from '../../shared/domain/changeRecord.ts';
import { joiningIdentity } from '../../shared/domain/entityIdentity.ts';
import { entityKey, foldRecords } from '../../shared/domain/foldRecords.ts';
import { sealRecord } from '../../shared/domain/sealRecord.ts';
import { propertyRuns } from '../builders/propertyRuns.ts';
import { sampleProperties } from './sampleWorkbook.ts';

const pieces = ['a', 'b', 'c', 'd'] as const;
const piece = fc.constantFrom(...pieces);
const targets = ['outcome:one', 'question:two'] as const;

type Edit = {
  readonly entity: string;
  readonly entityId: string;
  readonly set: Record<string, FieldValue>;
  /** Whether it replaces what its entity's last record set; otherwise it may be in conflict with it. */
  readonly isSeen: boolean;
};

const editArbitrary: fc.Arbitrary<Edit> = fc
  .tuple(
    fc.oneof(
      fc.record({
        entity: fc.constant('evidence'),
        entityId: piece,
        set: fc.oneof(
          fc.record({ title: fc.constantFrom('A title', 'Another') }),
          fc.record({ deleted: fc.boolean() }),
        ),
      }),
      fc.record({
        entity: fc.constant('link'),
        entityId: fc.tuple(piece, fc.constantFrom(...targets)).map(([from, to]) => `${from}>${to}`),
        set: fc.record({ linked: fc.boolean() }),
      }),
      fc.record({
        entity: fc.constant('joining'),
        entityId: fc
          .tuple(piece, piece)
          .filter(([one, other]) => one !== other)
          .map(([one, other]) => joiningIdentity(one, other)),
        set: fc.record({ joined: fc.boolean() }),
      }),
    ),
    fc.boolean(),
  )
  .map(([edit, isSeen]) => ({ ...edit, isSeen }));

const historyArbitrary = fc.array(editArbitrary, { maxLength: 30 }).map(recordsOf);

describe('joined evidence', () => {
  it('is listed once, with all links, in whatever order things come', () => {
    fc.assert(
      fc.property(historyArbitrary, fc.infiniteStream(fc.nat()), (records, random) => {
        const expected = whatIsListed(records);
        for (const arrived of [records, shuffled(records, [...random.take(records.length)])]) {
          const database = emptyDatabase();
          const writer = recordWriter(database);
          for (const record of arrived) writer.write([{ record }]);
          expect(listed(database)).toEqual(expected);
          const kept = tables(database);
          projector(database).rebuild();
          expect(tables(database)).toEqual(kept);
          database.close();
        }
      }),
      propertyRuns(150),
    );
  });

  it('is what the rest of the log says when records are taken out of it', () => {
    fc.assert(
      fc.property(historyArbitrary, fc.infiniteStream(fc.boolean()), (records, random) => {
        const goes = [...random.take(records.length)];
        const staying = records.filter((_, index) => goes[index] !== true);
        const database = emptyDatabase();
        recordWriter(database).write(records.map((record) => ({ record })));
        const remove = database.prepare('DELETE FROM change_record WHERE id = ?');
        const going = records.filter((_, index) => goes[index] === true);
        for (const { id } of going) remove.run(id);
        const reprojection = entityReprojection(database);
        for (const { entity, entityId } of going) reprojection.projectAnew(entity, entityId);
        expect(listed(database)).toEqual(whatIsListed(staying));
        database.close();
      }),
      propertyRuns(150),
    );
  });

  it('is counted once for what it is linked to', () => {
    const database = emptyDatabase();
    const edits = [
      ['evidence', 'a', { title: 'One' }],
      ['evidence', 'b', { title: 'Two' }],
      ['link', 'a>outcome:one', { linked: true }],
      ['link', 'b>outcome:one', { linked: true }],
      ['link', 'b>question:two', { linked: true }],
      ['joining', 'a+b', { joined: true }],
    ] as const;
    const records = recordsOf(
      edits.map(([entity, entityId, set]) => ({ entity, entityId, set: { ...set }, isSeen: true })),
    );
    recordWriter(database).write(records.map((record) => ({ record })));
    const counts = database
      .prepare('SELECT target_id, sum(count) AS count FROM evidence_spread GROUP BY 1 ORDER BY 1')
      .all();
    expect(counts).toEqual([
      { target_id: 'one', count: 1 },
      { target_id: 'two', count: 1 },
    ]);
    database.close();
  });
});

/** The records of edits; one that is seen replaces what the last records of its fields had set. */
function recordsOf(edits: readonly Edit[]): readonly ChangeRecord[] {
  const last = new Map<string, string[]>();
  return edits.map(({ entity, entityId, set, isSeen }, number) => {
    const fields = Object.keys(set);
    const key = (field: string): string => `${entity} ${entityId} ${field}`;
    const id = number.toString(16).padStart(32, '0');
    const parents = Object.fromEntries(
      fields.map((field) => [field, isSeen ? (last.get(key(field)) ?? []) : []]),
    );
    for (const field of fields) last.set(key(field), [...(isSeen ? [] : (last.get(key(field)) ?? [])), id]);
    const draft = { id, workbook: sampleProperties.id, entity, entityId, set, parents, author: 'An officer' };
    const written = {
      voice: 'partnership',
      replica: 'one',
      at: '2026-05-03T09:00:00.000Z',
      app: 'test',
      schema: 1,
    };
    return sealRecord({ ...draft, ...written }, sha256OfText);
  });
}

/** What is to be seen, worked out from the fold without any table: each listed piece with its links. */
function whatIsListed(records: readonly ChangeRecord[]): Record<string, readonly string[]> {
  const folded = foldRecords(records);
  const live = (entity: string, entityId: string, field: string): readonly unknown[] =>
    (folded.get(entityKey(entity, entityId))?.get(field) ?? []).map(({ value }) => value);
  const isKnown = (id: string): boolean => folded.has(entityKey('evidence', id));
  const isThere = (id: string): boolean => isKnown(id) && !live('evidence', id, 'deleted').includes(true);
  const groupOf = (id: string): readonly string[] => {
    const group = new Set([id]);
    for (const member of group)
      for (const other of pieces) {
        const values = live('joining', joiningIdentity(member, other), 'joined');
        if (other !== member && values.length === 1 && values[0] === true) group.add(other);
      }
    return [...group].filter(isThere).toSorted();
  };
  const first = pieces.filter((id) => isThere(id) && groupOf(id)[0] === id);
  return Object.fromEntries(
    first.map((id) => [
      id,
      targets.filter((target) =>
        groupOf(id).some((member) => live('link', `${member}>${target}`, 'linked').includes(true)),
      ),
    ]),
  );
}

function listed(database: Database): Record<string, readonly string[]> {
  const ids = database
    .prepare<[], string>('SELECT id FROM evidence WHERE deleted = 0 ORDER BY id')
    .pluck()
    .all();
  const links = database
    .prepare<[string], string>(
      "SELECT target_kind || ':' || target_id FROM link WHERE evidence_id = ? ORDER BY 1",
    )
    .pluck();
  return Object.fromEntries(ids.map((id) => [id, links.all(id)]));
}

function tables(database: Database): Record<string, unknown> {
  return Object.fromEntries(
    ['evidence', 'link', 'joining', 'joined', 'evidence_spread', 'evidence_date'].map((table) => [
      table,
      database
        .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
        .all()
        // Rows may have come to be in another order.
        .map((row) => JSON.stringify({ ...row, number: null }))
        .toSorted(),
    ]),
  );
}

function shuffled<Item>(items: readonly Item[], keys: readonly number[]): readonly Item[] {
  return items
    .map((item, index) => ({ item, key: keys[index] ?? 0 }))
    .toSorted((left, right) => left.key - right.key)
    .map(({ item }) => item);
}

function emptyDatabase(): Database {
  const database = connectToMemory();
  migrate(database, migrations);
  return database;
}
