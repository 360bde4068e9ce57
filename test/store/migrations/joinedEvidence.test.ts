import type { Database } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { entityStates } from '../../../electron/store/entityStates.ts';
import { handBackLog } from '../../../electron/store/consolidation/handBackLog.ts';
import { settlementDraftRows } from '../../../electron/store/consolidation/settlementDraftRows.ts';
import { checkProjections } from '../../../electron/store/file/checkProjections.ts';
import { migrate, storeVersion } from '../../../electron/store/file/migrate.ts';
import { migrations } from '../../../electron/store/migrations/migrations.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import { addEvidence, sampleRecord } from '../sampleWorkbook.ts';
import { olderWorkbook } from './olderWorkbook.ts';

/** A chain of joinings, one that ends at a deleted piece, one on which people differ, and one that was parted again. */
function fill(database: Database): void {
  addEvidence(database, 0, 9);
  const joinings = [
    [1, 'evidence-1+evidence-2', true],
    [2, 'evidence-2+evidence-3', true],
    [3, 'evidence-4+evidence-5', true],
    [4, 'evidence-6+evidence-7', true],
    [5, 'evidence-6+evidence-7', false],
    [6, 'evidence-7+evidence-8', false],
  ] as const;
  recordWriter(database).write([
    ...joinings.map(([number, id, joined]) => ({
      record: sampleRecord(1_000 + number, 'joining', id, { joined }),
    })),
    { record: sampleRecord(2_000, 'evidence', 'evidence-4', { deleted: true }) },
  ]);
}

test('a workbook of version 2 keeps its changes, and what had been joined is listed once', () => {
  const database = olderWorkbook(2, fill);
  const bodies = database.prepare('SELECT sequence, id, body, hash FROM change_record').all();
  const listed = database
    .prepare<[], string>('SELECT id FROM evidence WHERE deleted = 0 ORDER BY id')
    .pluck();
  expect(listed.all()).toHaveLength(8);

  migrate(database, migrations.slice(0, 3));
  expect(storeVersion(database)).toBe(3);
  expect(database.prepare('SELECT sequence, id, body, hash FROM change_record').all()).toEqual(bodies);
  expect(listed.all()).toEqual([0, 1, 5, 6, 7, 8].map((number) => `evidence-${number}`));
  const joined = database.prepare('SELECT evidence_id, stands_in FROM joined ORDER BY 1').all();
  expect(joined).toEqual([
    { evidence_id: 'evidence-2', stands_in: 'evidence-1' },
    { evidence_id: 'evidence-3', stands_in: 'evidence-1' },
  ]);
  const problems: string[] = [];
  checkProjections(database, ({ what, where }) => problems.push(`${what}: ${where}`));
  expect(problems).toEqual([]);
  expect(handBackLog(database).lastTo({ replica: 'one', author: 'An officer' })).toBeUndefined();
  database.close();
});

test('entries in conflict of a workbook of version 2 are counted by fields, and drafts can be kept', () => {
  const [a, b] = [sampleRecord(1, 'answer', 'q@v', {}), sampleRecord(2, 'answer', 'q@v', {})];
  const database = olderWorkbook(2, (newest) => {
    recordWriter(newest).write([
      { record: { ...a, set: { howAreWeDoing: 'One', whatNext: 'One', strengths: 'Same' } } },
      { record: { ...b, set: { howAreWeDoing: 'Two', whatNext: '1', strengths: 'Same' } } },
      { record: sampleRecord(3, 'evidence', 'kept', { title: 'Changed', source: 'Minutes' }) },
      { record: sampleRecord(4, 'evidence', 'kept', { deleted: true }) },
      { record: sampleRecord(5, 'evidence', 'agreed', { deleted: false }) },
      { record: sampleRecord(6, 'evidence', 'agreed', { deleted: true, title: 'Two deletions' }) },
      { record: sampleRecord(7, 'evidence', 'settled', { title: 'Settled' }) },
    ]);
  });
  const conflicts = database
    .prepare<[], [string, number]>('SELECT entity_id, conflict FROM entity_state ORDER BY entity_id')
    .raw();
  expect(Object.fromEntries(conflicts.all())).toEqual({ agreed: 1, kept: 1, 'q@v': 1, settled: 0 });
  migrate(database, migrations.slice(0, 3));
  expect(Object.fromEntries(conflicts.all())).toEqual({ agreed: 1, kept: 1, 'q@v': 2, settled: 0 });
  const problems: string[] = [];
  checkProjections(database, ({ what, where }) => problems.push(`${what}: ${where}`));
  expect(problems).toEqual([]);
  expect(entityStates(database).conflicts()).toBe(4);
  const drafts = settlementDraftRows(database);
  expect(drafts.list()).toEqual([]);
  const address = { entity: 'answer', entityId: 'q@v', field: 'whatNext' };
  drafts.keep(address, '{}', '2026-10-03T14:02:00.000Z');
  expect(drafts.list()).toMatchObject([address]);
  database.close();
});
