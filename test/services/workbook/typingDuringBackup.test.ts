import path from 'node:path';
import { expect, it } from 'vitest';
import { changeLog } from '../../../electron/store/changeLog.ts';
import { openSnapshot } from '../../../electron/store/file/snapshot.ts';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import type { StoreDatabase } from '../../../electron/store/storeDatabase.ts';
import { runningWorkbook } from '../../builders/runningWorkbook.ts';

function idsIn(database: StoreDatabase): readonly string[] {
  return [...changeLog(database).all()].map(({ record }) => record.id);
}

it('every change that a backup holds stays in the workbook, although the typing goes on meanwhile', async () => {
  const running = await runningWorkbook();
  const { folder } = await running.call('read-workbook', {});
  const { job } = await running.call('start-backup', {});
  let typed = 'We';
  const isRunning = async () => (await running.call('read-job', { job })).state === 'running';
  while (await isRunning()) {
    typed += ' meet';
    await running.call('write-answer', { question: 'ci2016/6.2/p1', set: { howAreWeDoing: typed } });
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const { backups } = await running.call('list-backups', {});
  await running.shutdown();

  const backup = openSnapshot(path.join(workbookPaths(folder).backups, backups[0]?.name ?? ''));
  const kept = idsIn(backup);
  backup.close();
  const workbook = openDatabase(folder);
  expect(idsIn(workbook)).toEqual(expect.arrayContaining([...kept]));
  closeDatabase(workbook);
});
