import { expect, test } from 'vitest';
import { checkProjections } from '../../../electron/store/file/checkProjections.ts';
import { migrate, storeVersion } from '../../../electron/store/file/migrate.ts';
import { evidenceQueries } from '../../../electron/store/evidenceQueries.ts';
import { migrations } from '../../../electron/store/migrations/migrations.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import { searchIndex } from '../../../electron/store/searchIndex.ts';
import { addEvidence, sampleRecord } from '../sampleWorkbook.ts';
import { olderWorkbook } from './olderWorkbook.ts';

test('a workbook of version 3 keeps its changes and its register, with when each piece was changed', () => {
  const database = olderWorkbook(3, (newest) => {
    addEvidence(newest, 0, 5);
    const at = '2026-11-01T09:30:00.000Z';
    recordWriter(newest).write([
      { record: { ...sampleRecord(1_001, 'evidence', 'evidence-2', { note: 'Changed later' }), at } },
      { record: sampleRecord(1_002, 'joining', 'evidence-3+evidence-4', { joined: true }) },
      { record: sampleRecord(1_003, 'evidence', 'evidence-1', { deleted: true }) },
    ]);
  });
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all();
  const kept = ['change_record', 'entity_state', 'link', 'joined', 'evidence_spread', 'evidence_date'];
  const before = kept.map(rows);
  const register = database
    .prepare('SELECT id, changed_at FROM evidence WHERE deleted = 0 ORDER BY changed, number')
    .all();
  expect(register).toHaveLength(3);
  expect(register.at(-1)).toEqual({ id: 'evidence-2', changed_at: '2026-11-01T09:30:00.000Z' });

  migrate(database, migrations.slice(0, 4));

  expect(storeVersion(database)).toBe(4);
  expect(kept.map(rows)).toEqual(before);
  const { list } = evidenceQueries(database, searchIndex(database));
  const { rows: listed } = list({}, 'newest-change', false, 0, 10);
  expect(listed.map(({ id, changed_at }) => ({ id, changed_at }))).toEqual(register);
  const problems: string[] = [];
  checkProjections(database, ({ what, where }) => problems.push(`${what}: ${where}`));
  expect(problems).toEqual([]);
  database.close();
});
