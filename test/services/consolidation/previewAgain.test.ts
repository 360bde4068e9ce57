import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConsolidationPreview } from '../../../shared/api/views/consolidationView.ts';
import type { RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { checked, ended, known, PASSPHRASE, twoPackets } from './twoPackets.ts';

const states = ({ sources }: ConsolidationPreview) => sources.map(({ name, state }) => [name, state]);

describe('checking again', () => {
  it('takes the files of an earlier preview with more files and a passphrase, and without those left out', async () => {
    const { running, plain, secret } = await twoPackets();
    const first = await checked(running, { paths: [secret] });
    expect(states(first.preview)).toEqual([['two.cjpacket', 'locked']]);
    const second = await checked(running, { again: first.job, passphrases: [PASSPHRASE] });
    expect(states(second.preview)).toEqual([['two.cjpacket', 'ready']]);
    const third = await checked(running, { again: second.job, paths: [plain, plain] });
    expect(states(third.preview)).toEqual([
      ['two.cjpacket', 'ready'],
      ['one not encrypted.cjpacket', 'ready'],
    ]);
    const left = third.preview.sources[0]?.path ?? '';
    const fourth = await checked(running, { again: third.job, leaveOut: [left] });
    expect(states(fourth.preview)).toEqual([['one not encrypted.cjpacket', 'ready']]);
    // The passphrase is not forgotten by leaving its packet out.
    const fifth = await checked(running, { again: fourth.job, paths: [secret] });
    expect(states(fifth.preview).at(-1)).toEqual(['two.cjpacket', 'ready']);
    await running.shutdown();
  });

  it('answers no job and keeps the preview when everything is left out', async () => {
    const { running, plain } = await twoPackets();
    const { job, preview } = await checked(running, { paths: [plain] });
    const left = preview.sources.map(({ path: file }) => file);
    const nothing = await running.call('start-consolidation-preview', { again: job, leaveOut: left });
    expect(nothing).toEqual({ job: null });
    expect(await running.call('read-consolidation-preview', { job })).toEqual(preview);
    await running.shutdown();
  });

  it('knows no preview that was let go of, taken in, or made for a workbook that was closed since', async () => {
    const { running, plain, folder } = await twoPackets();
    const stale = { code: 'stale' };
    const again = (job: string) => running.call('start-consolidation-preview', { again: job });
    const discarded = await checked(running, { paths: [plain] });
    await running.call('discard-consolidation-preview', {});
    await expect(again(discarded.job)).rejects.toMatchObject(stale);
    const closed = await checked(running, { paths: [plain] });
    await running.call('close-workbook', {});
    await running.call('open-workbook', { folder });
    await expect(again(closed.job)).rejects.toMatchObject(stale);
    const taken = await checked(running, { paths: [plain] });
    const { job } = await running.call('start-consolidation', { preview: taken.preview.preview });
    await expect(
      running.call('start-consolidation', { preview: taken.preview.preview }),
    ).rejects.toMatchObject(stale);
    await ended(running, job);
    await expect(again(taken.job)).rejects.toMatchObject(stale);
    await expect(again('nothing')).rejects.toMatchObject(stale);
    await running.shutdown();
  });

  it('checks dropped files again', async () => {
    const { running, plain, secret } = await twoPackets();
    const token = await staged(running, plain);
    const first = await checked(running, { staged: [{ token, name: 'dropped.cjpacket' }] });
    const second = await checked(running, { again: first.job, paths: [secret] });
    expect(states(second.preview)).toEqual([
      ['dropped.cjpacket', 'ready'],
      ['two.cjpacket', 'locked'],
    ]);
    await running.shutdown();
  });
});

describe('a dropped contribution', () => {
  it('may be larger than a file on evidence', async () => {
    const { running } = await twoPackets('browser');
    const bytes = 51 * 1024 * 1024;
    const base64 = Buffer.alloc(1024 * 1024).toString('base64');
    let token: string | null = null;
    for (let sent = 0; sent < 51; sent += 1)
      ({ token } = await running.call('stage-contribution', { token, bytes, base64 }));
    const { preview } = await checked(running, { staged: [{ token: token ?? '', name: 'all.cjpacket' }] });
    // Nothing but noughts, read from end to end.
    expect(preview.sources).toMatchObject([{ state: 'refused', code: 'damaged' }]);
    await running.shutdown();
  });

  it('is refused by its size when it is larger than any packet or than the disk, and nothing of it is kept', async () => {
    const { running, folder } = await twoPackets('browser');
    const offered = (bytes: number) => running.call('stage-contribution', { token: null, bytes, base64: '' });
    await expect(offered(3 * 1024 ** 3)).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/^It is larger than 2 GB.* without the attached files/),
    });
    const { token } = await offered(2);
    await expect(
      running.call('stage-contribution', { token, bytes: 2, base64: Buffer.from('abc').toString('base64') }),
    ).rejects.toMatchObject({ code: 'too-large', message: expect.stringContaining('became larger') });
    expect(readdirSync(path.join(folder, 'work'))).toEqual([]);
    await running.shutdown();
  });

  it('that was not brought over to its end goes with the next lot, and all go when the desk is cleared', async () => {
    const { running, plain, folder } = await twoPackets('browser');
    const [left, token] = [await staged(running, plain), await staged(running, plain)];
    const there = (one: string): boolean => existsSync(path.join(folder, 'work', `staged-${one}`));
    await checked(running, { staged: [{ token, name: 'dropped.cjpacket' }] });
    expect([there(left), there(token)]).toEqual([false, true]);
    const third = await staged(running, plain);
    await running.call('discard-consolidation-preview', {});
    expect([there(third), there(token)]).toEqual([false, false]);
    await running.shutdown();
  });

  it('is read where it lies when the host has learned that by itself, once and not for a token made up', async () => {
    const { running, plain, secret, folder } = await twoPackets('electron');
    running.granted.set('a', plain).set('b', secret);
    const { job, preview } = await checked(running, { granted: ['a', 'b'] });
    expect(states(preview)).toEqual([
      ['one not encrypted.cjpacket', 'ready'],
      ['two.cjpacket', 'locked'],
    ]);
    for (const token of ['a', plain]) {
      await expect(
        running.call('start-consolidation-preview', { again: job, granted: [token] }),
      ).rejects.toMatchObject({ code: 'not-found' });
    }
    await running.call('discard-consolidation-preview', {});
    expect(existsSync(plain)).toBe(true);
    await known(running);
    expect(readdirSync(path.join(folder, 'work'))).toEqual([]);
    await running.shutdown();
  });
});

async function staged(running: RunningWorkbook, file: string): Promise<string> {
  const content = readFileSync(file);
  const base64 = content.toString('base64');
  return (await running.call('stage-contribution', { token: null, bytes: content.length, base64 })).token;
}

describe('where there are dialogs', () => {
  it('takes no path from the page, and asks where nothing or an empty list beside an earlier preview is given', async () => {
    const { running, plain, secret } = await twoPackets('electron');
    const refused = { code: 'not-here' };
    await expect(running.call('start-consolidation-preview', { paths: [plain] })).rejects.toMatchObject(
      refused,
    );
    running.dialogAnswers.files = [plain];
    const first = await checked(running, {});
    expect(states(first.preview)).toEqual([['one not encrypted.cjpacket', 'ready']]);
    await expect(
      running.call('start-consolidation-preview', { again: first.job, paths: [secret] }),
    ).rejects.toMatchObject(refused);
    running.dialogAnswers.files = [secret];
    const asked = await checked(running, { again: first.job, paths: [], passphrases: [PASSPHRASE] });
    expect(states(asked.preview)).toHaveLength(2);
    running.dialogAnswers.files = null;
    expect(await running.call('start-consolidation-preview', { again: asked.job, paths: [] })).toEqual({
      job: null,
    });
    // Without the empty list nobody is asked.
    expect((await checked(running, { again: asked.job })).preview.sources).toHaveLength(2);
    await running.shutdown();
  });

  it('takes no place to write to and no packet from the page', async () => {
    const { running, plain } = await twoPackets('electron');
    const refused = { code: 'not-here' };
    const part = { kind: 'everything' as const };
    await expect(
      running.call('start-hand-over', { part, attachments: true, passphrase: null, path: plain }),
    ).rejects.toMatchObject(refused);
    await running.call('close-workbook', {});
    await expect(running.call('create-from-packet', { author: '', path: plain })).rejects.toMatchObject(
      refused,
    );
    running.dialogAnswers.files = [plain];
    await expect(
      running.call('create-from-packet', { author: '', folder: path.dirname(plain) }),
    ).rejects.toMatchObject(refused);
    await running.shutdown();
  });

  it('leaves paths to a browser, which has no dialogs', async () => {
    const { running, plain } = await twoPackets('browser');
    expect((await checked(running, { paths: [plain] })).preview.sources).toHaveLength(1);
    await running.shutdown();
  });
});

describe('a rehearsal', () => {
  it('lays out the files that came with it and opens them with the passphrase beside them', async () => {
    const { running, plain, secret, folder } = await twoPackets('electron');
    const rehearsal = path.join(folder, 'rehearsal');
    expect((await running.call('read-workbook', {})).isRehearsal).toBe(false);
    await expect(running.call('start-consolidation-preview', { rehearsal: true })).rejects.toMatchObject({
      code: 'not-found',
    });
    mkdirSync(path.join(rehearsal, 'a folder'), { recursive: true });
    for (const file of [plain, secret]) cpSync(file, path.join(rehearsal, path.basename(file)));
    writeFileSync(path.join(rehearsal, 'passphrase.txt'), `${PASSPHRASE}\n`);
    writeFileSync(path.join(rehearsal, '.hidden'), '');
    expect((await running.call('read-workbook', {})).isRehearsal).toBe(true);
    const { preview } = await checked(running, { rehearsal: true });
    expect(states(preview)).toEqual([
      ['one not encrypted.cjpacket', 'ready'],
      ['two.cjpacket', 'ready'],
    ]);
    await running.shutdown();
  });
});
