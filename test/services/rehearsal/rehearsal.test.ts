import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended } from '../../builders/answering.ts';
import { runningServices, type RunningWorkbook } from '../../builders/runningWorkbook.ts';

const parts = ['workbooks', 'Rehearsal'];
const files = [
  'Rehearsal 1 from Police Scotland.cjpacket',
  'Rehearsal 2 from Scottish Prison Service, Low Moss.cjpacket',
  'Rehearsal 3 from the third sector.cjpacket',
  'Rehearsal 4 from Health and Social Care.xlsx',
];

/** Where a rehearsal has been made, and closed. */
const dataFolder = mkdtempSync(path.join(tmpdir(), 'rehearsal-test-'));
const made = path.join(dataFolder, ...parts);

beforeAll(async () => {
  const running = runningServices({ dataFolder });
  await running.call('open-rehearsal', {});
  await running.shutdown();
});

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

/** A laptop with a copy of the rehearsal, open. */
async function rehearsing(seed: number): Promise<RunningWorkbook> {
  const running = runningServices({ seed });
  cpSync(made, path.join(running.dataFolder, ...parts), { recursive: true });
  await running.call('open-rehearsal', {});
  return running;
}

async function laidOut(running: RunningWorkbook) {
  const folder = path.join(running.dataFolder, ...parts, 'rehearsal');
  const [passphrase = ''] = readFileSync(path.join(folder, 'passphrase.txt'), 'utf8').split('\n');
  const { job } = await running.call('start-consolidation-preview', {
    paths: files.map((file) => path.join(folder, file)),
    passphrases: [passphrase],
  });
  await ended(running, job ?? '');
  return running.call('read-consolidation-preview', { job: job ?? '' });
}

describe('the rehearsal', () => {
  it('comes with three packets, a returned workbook and the passphrase, and nothing is in conflict yet', async () => {
    const running = await rehearsing(1);
    const view = await running.call('read-workbook', {});
    expect(view).toMatchObject({ isRehearsal: true, counts: { conflicts: 0, notHandedOver: 3 } });
    expect(view.partnership).toMatch(/^Rehearsal: /);
    expect(readdirSync(path.join(view.folder, 'rehearsal')).toSorted()).toEqual([...files, 'passphrase.txt']);
    await running.shutdown();
  });

  it('has exactly the differences that it is meant to have', async () => {
    const running = await rehearsing(2);
    const preview = await laidOut(running);
    expect(preview.sources.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready', 'ready']);
    const known = preview.sources[2]?.counts.known ?? 0;
    expect(known).toBeGreaterThan(1_000);
    expect(preview.total).toEqual({
      changes: 32 + known,
      known,
      added: 21,
      changed: 2,
      same: 1,
      conflicts: 4,
      deleted: 1,
      newer: 0,
    });
    expect(preview.sentence).toBe(
      '32 changes are new: 21 entries added, 2 fields changed, 1 entry deleted, 2 attached files, 4 fields to settle.',
    );
    const labels = preview.differences.map(({ label }) => label);
    expect(labels).toContain('Evidence: Exercise: joint planning session notes');
    expect(labels).toContain('File Notes of the session.txt on Exercise: joint planning session notes');
    const conflicts = preview.differences.filter(({ what }) => what === 'conflict');
    expect(conflicts.map(({ entity, field }) => `${entity} ${field}`).toSorted()).toEqual([
      'answer howAreWeDoing',
      'evidence deleted',
      'evidence difference',
      'grade grade',
    ]);
    expect(preview.sources[3]?.ignored).toEqual([
      { what: 'Grades, C6: “7 Outstanding”', why: expect.stringContaining('not one of the grades') },
      { what: expect.stringContaining('Grades, B7'), why: 'This cell is not one to fill in.' },
      { what: 'Answers, C6: “#NAME?”', why: expect.stringContaining('shows an error') },
    ]);
    await running.shutdown();
  });

  it('can be brought in: voices stand side by side, the conflicts wait, and evidence looks alike', async () => {
    const running = await rehearsing(3);
    const { preview } = await laidOut(running);
    const { job } = await running.call('start-consolidation', { preview });
    await ended(running, job);
    const { conflicts, total } = await running.call('list-conflicts', {});
    expect(total).toBe(4);
    expect(conflicts.map(({ values, beside }) => values.length + beside.length)).toEqual([2, 2, 2, 2]);
    const question = await running.call('read-question', { question: 'ci2016/6.2/p1' });
    expect(question.others.map(({ voice }) => voice).toSorted()).toEqual([
      'partner/integration-joint-board',
      'partner/police-scotland',
      'partner/scottish-prison-service',
      'wd-partner-community-and-volunteering-service',
    ]);
    const { pairs } = await running.call('list-alike-evidence', {});
    const exercise = pairs.filter(({ one }) => one.title.startsWith('Exercise'));
    expect(exercise.map(({ why }) => why)).toEqual(['The same file is attached.', 'The title is the same.']);
    await running.shutdown();
  });

  it('is the same on every computer, so that packets of one fit every other', async () => {
    const running = runningServices({ seed: 4 });
    const view = await running.call('open-rehearsal', {});
    const { sha256 } = await running.call('read-state', {});
    await running.shutdown();
    const other = await rehearsing(5);
    const otherView = await other.call('read-workbook', {});
    expect((await other.call('read-state', {})).sha256).toBe(sha256);
    expect(otherView.id).toBe(view.id);
    expect(otherView.replica).not.toBe(view.replica);
    const folder = path.join(view.folder, 'rehearsal');
    const own = path.join(otherView.folder, 'rehearsal');
    for (const file of files) cpSync(path.join(folder, file), path.join(own, file));
    expect((await laidOut(other)).total).toMatchObject({ added: 21, conflicts: 4 });
    await other.shutdown();
  });

  it('is made afresh on demand, also while it is open, and what was done in it is gone', async () => {
    const running = await rehearsing(6);
    const { sha256 } = await running.call('read-state', {});
    await running.call('write-answer', { question: 'ci2016/6.2/p1', set: { whatNext: 'Practised.' } });
    await running.call('open-rehearsal', { afresh: true });
    expect((await running.call('read-state', {})).sha256).toBe(sha256);
    expect(readdirSync(path.join(running.dataFolder, 'workbooks'))).toEqual(['Rehearsal']);
    await running.shutdown();
  });

  it('is made as a job that says how far it is, and needs none where it is there', async () => {
    const running = runningServices({ seed: 8 });
    expect((await running.call('read-start', {})).hasRehearsal).toBe(false);
    const { job } = await running.call('start-rehearsal', {});
    // A page that was loaded anew meanwhile watches the same making.
    expect(await running.call('start-rehearsal', {})).toEqual({ job });
    const seen = new Set<number>();
    for (;;) {
      const view = await running.call('read-job', { job: job ?? '' });
      seen.add(view.progress);
      if (view.state !== 'running') {
        expect(view).toMatchObject({ kind: 'rehearsal', state: 'done', error: null });
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(seen.size).toBeGreaterThan(3);
    expect((await running.call('read-start', {})).hasRehearsal).toBe(true);
    expect(await running.call('start-rehearsal', {})).toEqual({ job: null });
    const made = await running.call('open-rehearsal', {});
    expect(made.isRehearsal).toBe(true);
    await running.shutdown();
  });

  it('puts nothing in the place of a rehearsal that was opened again meanwhile', async () => {
    const running = await rehearsing(10);
    const { sha256 } = await running.call('read-state', {});
    const { job } = await running.call('start-rehearsal', { afresh: true });
    await running.call('open-workbook', { folder: path.join(running.dataFolder, ...parts) });
    await ended(running, job ?? '');
    expect((await running.call('read-job', { job: job ?? '' })).error?.code).toBe('locked');
    expect((await running.call('read-state', {})).sha256).toBe(sha256);
    expect(readdirSync(path.join(running.dataFolder, 'workbooks'))).toEqual(['Rehearsal']);
    await running.shutdown();
  });

  it('leaves what was practised as it was, and nothing else, when making it afresh is stopped', async () => {
    const running = await rehearsing(9);
    await running.call('write-answer', { question: 'ci2016/6.2/p1', set: { whatNext: 'Practised.' } });
    const { sha256 } = await running.call('read-state', {});
    const { job } = await running.call('start-rehearsal', { afresh: true });
    await expect(running.call('read-workbook', {})).rejects.toMatchObject({ code: 'no-workbook' });
    await running.call('cancel-job', { job: job ?? '' });
    await ended(running, job ?? '');
    expect(await running.call('read-job', { job: job ?? '' })).toMatchObject({ state: 'cancelled' });
    expect(readdirSync(path.join(running.dataFolder, 'workbooks'))).toEqual(['Rehearsal']);
    await running.call('open-rehearsal', {});
    expect((await running.call('read-state', {})).sha256).toBe(sha256);
    await running.shutdown();
  });

  it('takes nothing else’s place: a workbook, or a folder with files, is refused and left as it is', async () => {
    const running = runningServices({ seed: 7 });
    const workbook = path.join(running.dataFolder, 'workbook');
    await running.call('create-workbook', {
      partnership: 'Argyll',
      round: '2026',
      author: '',
      folder: workbook,
    });
    await expect(running.call('open-rehearsal', { folder: workbook, afresh: true })).rejects.toThrow(
      'something else than a rehearsal',
    );
    await running.call('close-workbook', {});
    mkdirSync(path.join(workbook, 'rehearsal'));
    writeFileSync(path.join(workbook, 'rehearsal', 'passphrase.txt'), 'not really\n');
    const before = readFileSync(path.join(workbook, 'workbook.sqlite'));
    await expect(running.call('open-rehearsal', { folder: workbook, afresh: true })).rejects.toThrow(
      'something else than a rehearsal',
    );
    expect(readFileSync(path.join(workbook, 'workbook.sqlite')).equals(before)).toBe(true);
    const other = path.join(running.dataFolder, 'other');
    mkdirSync(other);
    writeFileSync(path.join(other, 'letter.txt'), 'mine');
    await expect(running.call('open-rehearsal', { folder: other })).rejects.toThrow('something else');
    expect(existsSync(path.join(other, 'letter.txt'))).toBe(true);
    await running.shutdown();
  });
});
