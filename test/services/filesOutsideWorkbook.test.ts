import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { write } from '../builders/answering.ts';
import { runningServices, runningWorkbook } from '../builders/runningWorkbook.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';

describe('a file that is written from the program', () => {
  it('never takes the place of the workbook, even when it is text that could not be saved', async () => {
    const running = await runningWorkbook();
    const { folder } = await running.call('read-workbook', {});
    running.dialogAnswers.savePath = path.join(folder, 'workbook.sqlite');
    await expect(running.call('save-emergency-text', { text: 'Words' })).rejects.toMatchObject({
      code: 'unsafe-folder',
    });
    const elsewhere = path.join(temporaryFolder(), 'words.txt');
    running.dialogAnswers.savePath = elsewhere;
    expect(await running.call('save-emergency-text', { text: 'Words' })).toEqual({ path: elsewhere });
    expect(readFileSync(elsewhere, 'utf8')).toBe('Words');
  });

  it('is saved where no workbook is open too, when it is text that could not be saved', async () => {
    const running = runningServices();
    const target = path.join(temporaryFolder(), 'words.txt');
    running.dialogAnswers.savePath = target;
    expect(await running.call('save-emergency-text', { text: 'Words' })).toEqual({ path: target });
    await running.shutdown();
  });

  it('is refused in the folder of the workbook when it is a packet', async () => {
    const running = await runningWorkbook();
    await write(running, 'Well');
    const { folder } = await running.call('read-workbook', {});
    for (const name of ['a.cjpacket', '..a.cjpacket', 'attachments/a.cjpacket']) {
      const order = { part: { kind: 'everything' }, attachments: true, passphrase: 'several words' } as const;
      await expect(
        running.call('start-hand-over', { ...order, path: path.join(folder, name) }),
      ).rejects.toMatchObject({ code: 'unsafe-folder' });
    }
  });
});
