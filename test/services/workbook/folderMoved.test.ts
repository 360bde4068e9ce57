import { existsSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ended } from '../../builders/answering.ts';
import { runningWorkbook } from '../../builders/runningWorkbook.ts';

// Windows does not let an open workbook's folder be moved; other systems do.
it.skipIf(process.platform === 'win32')(
  'puts no file where the workbook’s folder stood before it was moved, and says so',
  async () => {
    const running = await runningWorkbook();
    const { folder } = await running.call('read-workbook', {});
    const { entity } = await running.call('add-evidence', { set: { title: 'Survey' } });
    const letter = path.join(running.dataFolder, 'letter.txt');
    writeFileSync(letter, 'What the survey says');
    await ended(running, (await running.call('start-verification', {})).job);
    renameSync(folder, `${folder} moved`);

    const gone = { code: 'not-found', message: expect.stringContaining(`The folder ${folder} is not there`) };
    for (const call of [
      () => running.call('attach-from-path', { evidence: entity.entityId, path: letter }),
      () => running.call('stage-bytes', { token: null, base64: 'AAAA' }),
    ]) {
      await expect(call()).rejects.toMatchObject(gone);
    }
    const { job } = await running.call('start-backup', {});
    await ended(running, job);
    expect((await running.call('read-job', { job })).error).toMatchObject(gone);
    expect(existsSync(folder)).toBe(false);
    renameSync(`${folder} moved`, folder);
    await running.call('attach-from-path', { evidence: entity.entityId, path: letter });
    await running.shutdown();
  },
);
