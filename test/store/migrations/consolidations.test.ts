import { expect, test } from 'vitest';
import { consolidationLog } from '../../../electron/store/consolidation/consolidationLog.ts';
import { checkProjections } from '../../../electron/store/file/checkProjections.ts';
import { migrate, storeVersion } from '../../../electron/store/file/migrate.ts';
import { migrations } from '../../../electron/store/migrations/migrations.ts';
import { addEvidence } from '../sampleWorkbook.ts';
import { olderWorkbook } from './olderWorkbook.ts';

test('a workbook of the version before keeps its changes, and none of them counts as handed over', () => {
  const database = olderWorkbook(1, (newest) => addEvidence(newest, 0, 5));
  const bodies = database.prepare('SELECT sequence, id, body, hash FROM change_record').all();
  expect(bodies.length).toBe(15);

  migrate(database, migrations.slice(0, 2));
  expect(storeVersion(database)).toBe(2);
  expect(database.prepare('SELECT sequence, id, body, hash FROM change_record').all()).toEqual(bodies);
  migrate(database, migrations);
  const problems: string[] = [];
  checkProjections(database, ({ what }) => problems.push(what));
  expect(problems).toEqual([]);
  expect(consolidationLog(database).notHandedOver()).toBe(15);
  expect(consolidationLog(database).list()).toEqual([]);
  database.close();
});
