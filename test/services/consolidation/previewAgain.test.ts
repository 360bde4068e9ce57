import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../shared/api/contract.ts';
import type { ConsolidationPreview } from '../../../shared/api/views/consolidationView.ts';
import { runningServices, type RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

const PASSPHRASE = 'correct-horse-battery-staple';
type Order = InputOf<'start-consolidation-preview'>;

/** Two packets of a copy of one workbook, the second of them encrypted, and the workbook open on a host. */
async function twoPackets(
  host: 'terminal' | 'electron' | 'browser' = 'terminal',
): Promise<{ running: RunningWorkbook; plain: string; secret: string; folder: string }> {
  const home = temporaryFolder();
  const [ours, theirs] = [path.join(home, 'ours'), path.join(home, 'theirs')];
  const maker = runningServices({ seed: 1 });
  await maker.call('create-workbook', { partnership: 'Argyll', round: '2026', author: 'A', folder: ours });
  await maker.call('close-workbook', {});
  cpSync(ours, theirs, { recursive: true });
  await maker.call('open-workbook', { folder: theirs });
  const packet = async (name: string, passphrase: string | null): Promise<string> => {
    const target = path.join(home, name);
    await maker.call('set-grade', { qualityIndicator: 'ci2016/6.2', set: { rationale: name } });
    const order = { part: { kind: 'everything' as const }, attachments: true, path: target, passphrase };
    await ended(maker, (await maker.call('start-hand-over', order)).job);
    return target;
  };
  const plain = await packet('one not encrypted.cjpacket', null);
  const secret = await packet('two.cjpacket', PASSPHRASE);
  await maker.shutdown();
  const running = runningServices({ host, seed: 2 });
  await running.call('open-workbook', { folder: ours });
  return { running, plain, secret, folder: ours };
}

async function ended(running: RunningWorkbook, job: string | null): Promise<string> {
  if (job === null) throw new Error('No job was started');
  for (;;) {
    const { state, error } = await running.call('read-job', { job });
    if (error !== null) throw new Error(error.message);
    if (state === 'done') return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function checked(
  running: RunningWorkbook,
  order: Order,
): Promise<{ readonly job: string; readonly preview: ConsolidationPreview }> {
  const job = await ended(running, (await running.call('start-consolidation-preview', order)).job);
  return { job, preview: await running.call('read-consolidation-preview', { job }) };
}

const states = ({ sources }: ConsolidationPreview) => sources.map(({ name, state }) => [name, state]);

describe('checking again', { timeout: 60_000 }, () => {
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
    const base64 = readFileSync(plain).toString('base64');
    const { token } = await running.call('stage-bytes', { token: null, base64 });
    const first = await checked(running, { staged: [{ token, name: 'dropped.cjpacket' }] });
    const second = await checked(running, { again: first.job, paths: [secret] });
    expect(states(second.preview)).toEqual([
      ['dropped.cjpacket', 'ready'],
      ['two.cjpacket', 'locked'],
    ]);
    await running.shutdown();
  });
});

describe('where there are dialogs', { timeout: 60_000 }, () => {
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

describe('a rehearsal', { timeout: 60_000 }, () => {
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
