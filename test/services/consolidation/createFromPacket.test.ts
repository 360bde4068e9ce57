import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runningServices, type RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { PASSPHRASE, testLaptop } from '../../consolidation/testLaptop.ts';

const locked = { code: 'wrong-passphrase' };

/** A laptop with dialogs, and two locked packets that two people have sent. */
async function sentPackets(): Promise<{ running: RunningWorkbook; first: string; second: string }> {
  const sender = await testLaptop('Co-ordinator');
  const first = await sender.handOver({ passphrase: PASSPHRASE });
  await sender.close();
  const another = await testLaptop('Inspector');
  const second = await another.handOver({ passphrase: 'quite-another-passphrase' });
  await another.close();
  return { running: runningServices({ host: 'electron' }), first, second };
}

describe('a copy of a locked packet that was chosen in a dialog', () => {
  it('says by its name which packet is locked, and starts from one only', async () => {
    const { running, first, second } = await sentPackets();
    running.dialogAnswers.files = [first, second];
    await expect(running.call('create-from-packet', { author: '' })).rejects.toThrow(
      /^You chose 2 files\. A workbook starts from one packet/,
    );
    running.dialogAnswers.files = [second];
    await expect(running.call('create-from-packet', { author: '' })).rejects.toThrow(
      `${path.basename(second)}: The packet is encrypted.`,
    );
    await expect(
      running.call('create-from-packet', { author: '', passphrase: 'not the right words' }),
    ).rejects.toThrow(`${path.basename(second)}: The passphrase does not open the packet.`);
    await running.shutdown();
  });

  it('is made with the passphrase alone: nobody is asked for the packet again', async () => {
    const { running, first } = await sentPackets();
    running.dialogAnswers.files = [first];
    await expect(running.call('create-from-packet', { author: '' })).rejects.toMatchObject(locked);
    // A dialog that opened now would answer that nobody chose.
    running.dialogAnswers.files = null;
    const wrong = { author: '', passphrase: 'not the right words' };
    await expect(running.call('create-from-packet', wrong)).rejects.toMatchObject(locked);
    await expect(running.call('create-from-packet', wrong)).rejects.toMatchObject(locked);
    const { workbook } = await running.call('create-from-packet', { author: 'Me', passphrase: PASSPHRASE });
    expect(workbook).toMatchObject({ author: 'Me', partnership: 'Test Partnership' });
    await running.shutdown();
  });

  it('asks again without a passphrase, and keeps the locked one when the person changed their mind', async () => {
    const { running, first, second } = await sentPackets();
    running.dialogAnswers.files = [first];
    await expect(running.call('create-from-packet', { author: '' })).rejects.toMatchObject(locked);
    running.dialogAnswers.files = null;
    expect(await running.call('create-from-packet', { author: 'Me' })).toEqual({ workbook: null });
    expect((await running.call('read-laptop-settings', {})).author).toBe('');
    await expect(
      running.call('create-from-packet', { author: '', passphrase: 'quite-another-passphrase' }),
    ).rejects.toMatchObject(locked);
    running.dialogAnswers.files = [second];
    await expect(running.call('create-from-packet', { author: '' })).rejects.toMatchObject(locked);
    const order = { author: '', passphrase: 'quite-another-passphrase' };
    expect((await running.call('create-from-packet', order)).workbook).not.toBeNull();
    await running.shutdown();
  });

  it('is forgotten once it was opened or refused for another reason', async () => {
    const { running, first } = await sentPackets();
    running.dialogAnswers.files = [first];
    await expect(running.call('create-from-packet', { author: '' })).rejects.toMatchObject(locked);
    await running.call('create-from-packet', { author: '', passphrase: PASSPHRASE });
    await running.call('close-workbook', {});
    running.dialogAnswers.files = null;
    const again = { author: '', passphrase: PASSPHRASE };
    expect(await running.call('create-from-packet', again)).toEqual({ workbook: null });
    running.dialogAnswers.files = [path.join(running.dataFolder, 'nothing there')];
    await expect(running.call('create-from-packet', again)).rejects.not.toMatchObject(locked);
    running.dialogAnswers.files = null;
    expect(await running.call('create-from-packet', again)).toEqual({ workbook: null });
    await running.shutdown();
  });
});

describe('a copy of a packet that is not the whole', { timeout: 60_000 }, () => {
  it('is not made of what was new since an earlier packet', async () => {
    const sender = await testLaptop('Co-ordinator');
    const sent = await sender.handOver();
    await sender.close();
    const officer = await testLaptop('Officer', sender.folder);
    await sender.ask('open-workbook', { folder: sender.folder });
    await officer.ask('add-evidence', { set: { title: 'Survey' } });
    await sender.consolidate(await officer.handOver());
    const rest = await sender.handOver({ part: { kind: 'since' } });
    await Promise.all([sender.close(), officer.close()]);

    const running = runningServices({ host: 'terminal' });
    await expect(running.call('create-from-packet', { author: '', path: rest })).rejects.toThrow(
      /holds only what was new since an earlier one/,
    );
    const { workbook } = await running.call('create-from-packet', { author: '', path: sent });
    expect(workbook).not.toBeNull();
    await running.shutdown();
  });
});
