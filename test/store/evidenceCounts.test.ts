import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeLog } from '../../electron/store/changeLog.ts';
import { entityStates } from '../../electron/store/entityStates.ts';
import { connectToMemory } from '../../electron/store/file/storeConnection.ts';
import { sha256OfText } from '../../electron/store/file/sha256.ts';
import { migrate } from '../../electron/store/file/migrate.ts';
import { migrations } from '../../electron/store/migrations/migrations.ts';
import { recordWriter } from '../../electron/store/recordWriter.ts';
import type { ChangeRecord, FieldValue } from '../../shared/domain/changeRecord.ts';
import { headsByField } from '../../shared/domain/entityState.ts';
import { sealRecord } from '../../shared/domain/sealRecord.ts';
import { propertyRuns } from '../builders/propertyRuns.ts';
import { sampleProperties } from './sampleWorkbook.ts';

const evidence = fc.constantFrom('one', 'two', 'three');
const editArbitrary = fc.oneof(
  fc.record({
    entity: fc.constant('evidence'),
    entityId: evidence,
    set: fc.oneof(
      fc.record({ kind: fc.constantFrom('document', 'views-of-people', null) }),
      fc.record({ partner: fc.constantFrom('police', 'council', '') }),
      fc.record({ date: fc.constantFrom('2024', '2025-03', null) }),
      fc.record({ deleted: fc.boolean() }),
      fc.record({ title: fc.constantFrom('A title', 'Another') }),
    ),
    isSeen: fc.boolean(),
  }),
  fc.record({
    entity: fc.constant('link'),
    entityId: fc
      .tuple(evidence, fc.constantFrom('outcome:a', 'outcome:b', 'question:c'))
      .map(([from, to]) => `${from}>${to}`),
    set: fc.record({ linked: fc.boolean() }),
    isSeen: fc.boolean(),
  }),
);

describe('the counts of evidence', () => {
  it('are what adding up the links gives, in whatever order evidence and links come in', () => {
    fc.assert(
      fc.property(
        fc.array(editArbitrary, { maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        (edits, random) => {
          const first = emptyDatabase();
          const write = writing(first);
          const records = edits.map((edit, number) => write(number, edit));
          const second = emptyDatabase();
          const writer = recordWriter(second);
          const keys = [...random.take(records.length)];
          const shuffled = records
            .map((record, index) => ({ record, key: keys[index] ?? 0 }))
            .toSorted((left, right) => left.key - right.key);
          for (const { record } of shuffled) writer.write([{ record }]);
          for (const database of [first, second]) {
            expect(kept(database)).toEqual(added(database));
            database.close();
          }
        },
      ),
      propertyRuns(100),
    );
  });

  it('follow an item that is taken out of the register and put back', () => {
    const database = emptyDatabase();
    const edits = [
      { entity: 'evidence', entityId: 'one', set: { kind: 'document' }, isSeen: true },
      { entity: 'link', entityId: 'one>outcome:a', set: { linked: true }, isSeen: true },
    ];
    const write = writing(database);
    edits.forEach((edit, number) => write(number, edit));
    const before = kept(database);
    expect(before.spread).toHaveLength(1);
    database.exec(`CREATE TEMP TABLE aside AS SELECT * FROM evidence; DELETE FROM evidence;`);
    expect(kept(database).spread).toEqual([]);
    database.exec('INSERT INTO evidence SELECT * FROM aside');
    expect(kept(database)).toEqual(before);
    database.close();
  });
});

describe('the number of records', () => {
  it.each([[[1]], [[5]], [[2, 3]], [[5, 4]], [[3, 5, 4]], [[1, 2, 3, 4, 5]]])(
    'is right after the places %j are taken out',
    (places) => {
      const database = emptyDatabase();
      const edit = { entity: 'answer', entityId: 'q@partnership', set: { whatNext: 'More' }, isSeen: false };
      const write = writing(database);
      for (let number = 0; number < 5; number += 1) write(number, edit);
      for (const place of places) database.prepare('DELETE FROM change_record WHERE sequence = ?').run(place);
      expect(changeLog(database).count()).toBe(5 - places.length);
      write(5, edit);
      expect(changeLog(database).count()).toBe(6 - places.length);
      database.close();
    },
  );
});

type Edit = {
  readonly entity: string;
  readonly entityId: string;
  readonly set: Record<string, FieldValue>;
  /** Whether the author saw what was there; otherwise it is a conflict. */
  readonly isSeen: boolean;
};

/** Writes an edit made with or without sight of what was there, and answers its record. */
function writing(database: Database): (number: number, edit: Edit) => ChangeRecord {
  const writer = recordWriter(database);
  const states = entityStates(database);
  return (number, { entity, entityId, set, isSeen }) => {
    const heads = isSeen ? headsByField(states.get(entity, entityId)?.state ?? {}) : {};
    const record = sealRecord(
      {
        id: number.toString(16).padStart(32, '0'),
        workbook: sampleProperties.id,
        entity,
        entityId,
        set,
        parents: Object.fromEntries(Object.keys(set).map((field) => [field, heads[field] ?? []])),
        author: 'An officer',
        voice: 'partnership',
        replica: 'first',
        at: '2026-05-03T09:00:00.000Z',
        app: 'test',
        schema: 1,
      },
      sha256OfText,
    );
    writer.write([{ record }]);
    return record;
  };
}

/** What the triggers keep. */
function kept(database: Database) {
  return {
    spread: database
      .prepare('SELECT target_kind, target_id, kind, partner, count FROM evidence_spread ORDER BY 1, 2, 3, 4')
      .all(),
    dates: database
      .prepare('SELECT target_kind, target_id, date, count FROM evidence_date ORDER BY 1, 2, 3')
      .all(),
    uses: database.prepare('SELECT id, uses FROM evidence ORDER BY id').all(),
  };
}

/** The same, added up. */
function added(database: Database) {
  const from = 'FROM link JOIN evidence ON id = evidence_id WHERE deleted = 0';
  return {
    spread: database
      .prepare(
        `SELECT target_kind, target_id, ifnull(kind, '') AS kind, ifnull(partner, '') AS partner, count(*) AS count
         ${from} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
      )
      .all(),
    dates: database
      .prepare(
        `SELECT target_kind, target_id, ifnull(date, '') AS date, count(*) AS count ${from} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      )
      .all(),
    uses: database
      .prepare(
        'SELECT id, (SELECT count(*) FROM link WHERE evidence_id = id) AS uses FROM evidence ORDER BY id',
      )
      .all(),
  };
}

function emptyDatabase(): Database {
  const database = connectToMemory();
  migrate(database, migrations);
  return database;
}
