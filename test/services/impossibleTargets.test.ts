import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ended } from '../builders/answering.ts';
import { runningWorkbook } from '../builders/runningWorkbook.ts';

it('every file that is written for somebody says so when its folder is none or its name too long', async () => {
  const running = await runningWorkbook();
  const { entity } = await running.call('add-evidence', { set: { title: 'Survey' } });
  const letter = path.join(running.dataFolder, 'letter.txt');
  writeFileSync(letter, 'words');
  const attached = await running.call('attach-from-path', { evidence: entity.entityId, path: letter });
  const attachment = attached.entity.entityId;

  const failure = async (job: string | null) => {
    await ended(running, job ?? '');
    return (await running.call('read-job', { job: job ?? '' })).error;
  };
  const written: readonly ((place: string) => Promise<unknown>)[] = [
    async (place) => failure((await running.call('start-export', { path: `${place}.xlsx` })).job),
    async (place) => failure((await running.call('start-return-copy', { path: `${place}.xlsx` })).job),
    async (place) =>
      failure(
        (
          await running.call('start-hand-over', {
            part: { kind: 'everything' },
            attachments: true,
            passphrase: null,
            path: `${place} not encrypted.cjpacket`,
          })
        ).job,
      ),
    (place) =>
      running.call('save-attachment-copy', { attachment, path: `${place}.txt` }).catch((cause) => cause),
  ];
  for (const write of written) {
    for (const folder of ['not there', 'letter.txt']) {
      expect(await write(path.join(running.dataFolder, folder, 'file'))).toMatchObject({
        code: 'not-found',
        message: `There is no folder ${path.join(running.dataFolder, folder)}. Choose another place.`,
      });
    }
    expect(await write(path.join(running.dataFolder, 'n'.repeat(252)))).toMatchObject({
      code: 'invalid-input',
    });
  }
  await running.shutdown();
});
