import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDatabase } from '../../electron/store/file/createDatabase.ts';
import { connectToMemory } from '../../electron/store/file/storeConnection.ts';
import { migrate } from '../../electron/store/file/migrate.ts';
import { migrations } from '../../electron/store/migrations/migrations.ts';
import { projector } from '../../electron/store/projector.ts';
import { recordWriter } from '../../electron/store/recordWriter.ts';
import { searchIndex } from '../../electron/store/searchIndex.ts';
import { entityKey, foldRecords } from '../../shared/domain/foldRecords.ts';
import { historyArbitrary } from '../builders/randomHistory.ts';
import { propertyRuns } from '../builders/propertyRuns.ts';
import { addEvidence, sampleProperties, withOpen } from './sampleWorkbook.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import path from 'node:path';

describe('the projections', () => {
  it('are what a rebuild from the log makes, whatever order the records came in', () => {
    fc.assert(
      fc.property(historyArbitrary, fc.infiniteStream(fc.nat()), (history, random) => {
        const keys = [...random.take(history.length)];
        const arrived = history
          .map((record, index) => ({ record, key: keys[index] ?? 0 }))
          .toSorted((left, right) => left.key - right.key)
          .map(({ record }) => ({ record }));
        const database = emptyDatabase();
        const writer = recordWriter(database);
        for (const record of arrived) writer.write([record]);
        const kept = projections(database);
        projector(database).rebuild();
        expect(projections(database)).toEqual(kept);
        database.close();
      }),
      propertyRuns(300),
    );
  });

  it('hold the live values that folding the records gives', () => {
    fc.assert(
      fc.property(historyArbitrary, (history) => {
        const database = emptyDatabase();
        recordWriter(database).write(history.map((record) => ({ record })));
        const folded = foldRecords(history);
        const rows = database
          .prepare<[], { entity: string; entity_id: string; fields: string }>(
            'SELECT entity, entity_id, fields FROM entity_state',
          )
          .all();
        for (const row of rows) {
          const live = folded.get(entityKey(row.entity, row.entity_id)) ?? new Map();
          const expected = Object.fromEntries(
            [...live].map(([field, values]) => [
              field,
              values
                .flatMap(({ value, records }: { value: unknown; records: readonly string[] }) =>
                  records.map((id) => [id, value]),
                )
                .toSorted(([left]: [string], [right]: [string]) => (left < right ? -1 : 1)),
            ]),
          );
          expect(JSON.parse(row.fields)).toEqual(expected);
        }
        database.close();
      }),
      propertyRuns(300),
    );
  });

  it('change with the log or not at all: a record that can’t be written leaves nothing behind', () => {
    const database = emptyDatabase();
    const writer = recordWriter(database);
    addEvidence(database, 0, 2);
    const before = projections(database);
    const [known] = database
      .prepare<[], { body: string; hash: string }>('SELECT body, hash FROM change_record LIMIT 1')
      .all();
    const forged = { ...JSON.parse(known?.body ?? '{}'), hash: '0'.repeat(64) };
    expect(() => writer.write([{ record: { ...forged, id: 'c'.repeat(32) } }, { record: forged }])).toThrow(
      'same number',
    );
    expect(projections(database)).toEqual(before);
  });

  it('take a known record a second time without a change', () => {
    const folder = path.join(temporaryFolder(), 'workbook');
    createDatabase(folder, sampleProperties, (database) => addEvidence(database, 0, 3));
    withOpen(folder, (database) => {
      const before = projections(database);
      addEvidence(database, 0, 3);
      expect(projections(database)).toEqual(before);
    });
  });
});

describe('the search', () => {
  it('finds every word of every text, as a beginning, without accents and in any case', () => {
    const database = emptyDatabase();
    addEvidence(database, 0, 30);
    const search = searchIndex(database);
    expect(search.find('survey 7', 50)).toHaveLength(1);
    expect(search.find('SURV', 50)).toHaveLength(30);
    expect(search.find('s', 50)).toHaveLength(30);
    expect(search.find('súrvey 11', 50)).toHaveLength(1);
    expect(search.find('absent', 50)).toEqual([]);
  });

  it.each(['"', '*', 'NOT', 'a AND', '(', 'title:x', '--', "'; DROP TABLE link", ''])(
    'takes %j as words and never as a query',
    (text) => {
      const database = emptyDatabase();
      addEvidence(database, 0, 2);
      expect(() => searchIndex(database).find(text, 10)).not.toThrow();
    },
  );
});

function emptyDatabase(): Database {
  const database = connectToMemory();
  migrate(database, migrations);
  return database;
}

/** Everything the projections hold but row numbers, which follow the order of arrival. */
function projections(database: Database): Record<string, unknown> {
  const all = (query: string): unknown[] => database.prepare(query).all();
  return {
    states: all(
      'SELECT entity, entity_id, fields, conflict, sequence FROM entity_state ORDER BY entity, entity_id',
    ),
    evidence:
      all(`SELECT id, title, title_key, kind, date, period, source, partner, conflict, deleted, changed
                   FROM evidence ORDER BY id`),
    links: all('SELECT * FROM link ORDER BY evidence_id, target_kind, target_id'),
    attachments: all('SELECT * FROM attachment ORDER BY entity_id'),
    awaited: all('SELECT * FROM awaited_parent ORDER BY record, entity_id, field'),
  };
}
