import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

const outcome = { kind: 'outcome' as const, id: 'opi2016/structural-1' };

describe('the evidence register', () => {
  it('filters by words, kind, partner, link and the lack of links or dates, together', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, {
      title: 'Survey of people on orders',
      kind: 'views-of-people',
      partner: 'partner/police-scotland',
      date: '2026-03',
    });
    const minutes = await add(running, { title: 'Minutes of the board', kind: 'document' });
    await running.call('link-evidence', { evidence: survey, target: outcome, linked: true });
    const titles = async (filter: Parameters<typeof list>[1]) =>
      (await list(running, filter)).rows.map(({ id }) => id);
    expect(await titles({ text: 'peop ord' })).toEqual([]);
    expect(await titles({ text: 'people ord' })).toEqual([survey]);
    expect(await titles({ kinds: ['document'] })).toEqual([minutes]);
    expect(await titles({ partner: 'partner/police-scotland' })).toEqual([survey]);
    expect(await titles({ linkedTo: outcome })).toEqual([survey]);
    expect(await titles({ unlinked: true })).toEqual([minutes]);
    expect(await titles({ undated: true })).toEqual([minutes]);
    expect(await titles({ undated: true, kinds: ['views-of-people'] })).toEqual([]);
    expect((await list(running, { text: 'nothing has this' })).all).toBe(2);
  });

  it('shows deleted items by their title, and only when asked for', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    await running.call('delete-evidence', { evidence: survey });
    expect((await list(running, {})).total).toBe(0);
    expect((await list(running, { deleted: true })).rows.map(({ title }) => title)).toEqual(['Survey']);
  });

  it('counts an item once for a quality indicator, however many of its questions it supports', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    for (const id of ['ci2016/6.2/p1', 'ci2016/6.2/p2']) {
      await running.call('link-evidence', {
        evidence: survey,
        target: { kind: 'question', id },
        linked: true,
      });
    }
    const indicator = await running.call('read-quality-indicator', { qualityIndicator: 'ci2016/6.2' });
    expect(indicator.evidenceTotal).toBe(1);
    expect(indicator.evidence.map(({ usedIn }) => usedIn)).toEqual([2]);
    const walk = await running.call('read-walk', {});
    const outline = walk.keyQuestions
      .flatMap(({ qualityIndicators }) => qualityIndicators)
      .find(({ number }) => number === '6.2');
    expect(outline?.evidence).toBe(1);
    expect(outline?.questions.map(({ evidence }) => evidence).slice(0, 2)).toEqual([1, 1]);
  });

  it('takes a link away without touching the others', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    await running.call('link-evidence', { evidence: survey, target: outcome, linked: true });
    const second = { kind: 'quality-indicator' as const, id: 'ci2016/6.2' };
    expect(
      (await running.call('link-evidence', { evidence: survey, target: second, linked: true })).usedIn,
    ).toBe(2);
    expect(
      (await running.call('link-evidence', { evidence: survey, target: outcome, linked: false })).usedIn,
    ).toBe(1);
    expect(
      (await running.call('read-evidence', { evidence: survey })).links.map(({ target }) => target),
    ).toEqual([second]);
  });

  it('offers evidence with nearly the same title as one that may be meant', async () => {
    const running = await runningWorkbook();
    await add(running, { title: 'Your View Counts survey 2016-17' });
    await add(running, { title: 'Housing register' });
    const { alike } = await running.call('find-alike-evidence', {
      title: 'The “Your view counts” survey, 2016-17',
    });
    expect(alike.map(({ title }) => title)).toEqual(['Your View Counts survey 2016-17']);
  });

  it.each([
    ['a target that does not exist', { kind: 'outcome' as const, id: 'opi2016/none' }],
    [
      'a quality indicator under the kind of an outcome that does not exist',
      { kind: 'action' as const, id: 'none' },
    ],
  ])('refuses a link to %s', async (_, target) => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    await expect(
      running.call('link-evidence', { evidence: survey, target, linked: true }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect((await running.call('read-evidence', { evidence: survey })).links).toEqual([]);
  });

  it('refuses to write on a deleted item, and says how to go on', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    await running.call('delete-evidence', { evidence: survey });
    await expect(
      running.call('edit', { entity: 'evidence', entityId: survey, set: { title: 'New' } }),
    ).rejects.toThrow('Undo the deletion');
  });
});

describe('the outcomes', () => {
  it('count evidence by kind, partner and age, and the matrix counts what is linked to both', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, {
      title: 'Survey',
      kind: 'views-of-people',
      partner: 'partner/police-scotland',
      date: '2026-03-01',
    });
    const minutes = await add(running, {
      title: 'Minutes',
      kind: 'document',
      partner: 'partner/health-board',
      date: '2025',
    });
    for (const evidence of [survey, minutes])
      await running.call('link-evidence', { evidence, target: outcome, linked: true });
    await running.call('link-evidence', {
      evidence: survey,
      target: { kind: 'quality-indicator', id: 'ci2016/6.2' },
      linked: true,
    });

    const row = (await running.call('read-outcomes', {})).outcomes.find(({ id }) => id === outcome.id);
    expect(row).toMatchObject({
      evidence: 2,
      kinds: ['document', 'views-of-people'],
      newest: '2026-03-01',
      partners: 2,
      level: 'fair',
    });

    const matrix = await running.call('read-matrix', { columns: 'quality-indicator' });
    const column = matrix.columns.findIndex(({ label }) => label === '6.2');
    expect(matrix.rows.find(({ outcomeId }) => outcomeId === outcome.id)?.counts[column]).toBe(1);

    const byPartner = await running.call('read-matrix', { columns: 'partner' });
    const police = byPartner.columns.findIndex(({ id }) => id === 'partner/police-scotland');
    expect(byPartner.rows.find(({ outcomeId }) => outcomeId === outcome.id)?.counts[police]).toBe(1);

    const view = await running.call('read-outcome', { outcome: outcome.id });
    expect(view.byYear).toEqual([
      { year: '2026', count: 1 },
      { year: '2025', count: 1 },
    ]);
    expect(view.rows.map(({ title }) => title).sort()).toEqual(['Minutes', 'Survey']);
  });

  it('leave out what has been deleted', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey', kind: 'document' });
    await running.call('link-evidence', { evidence: survey, target: outcome, linked: true });
    await running.call('delete-evidence', { evidence: survey });
    expect(
      (await running.call('read-outcomes', {})).outcomes.find(({ id }) => id === outcome.id)?.evidence,
    ).toBe(0);
    expect((await running.call('read-outcome', { outcome: outcome.id })).total).toBe(0);
  });
});

describe('files on evidence', () => {
  it('come back as they were, dropped in pieces', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    const content = Buffer.from('A line of minutes.\n'.repeat(5_000));
    let token: string | null = null;
    for (let from = 0; from < content.length; from += 20_000) {
      const staged: { token: string } = await running.call('stage-bytes', {
        token,
        base64: content.subarray(from, from + 20_000).toString('base64'),
      });
      token = staged.token;
    }
    const saved = await running.call('attach-staged', {
      evidence: survey,
      token: token ?? '',
      name: 'minutes.txt',
    });
    const { attachments } = await running.call('read-evidence', { evidence: survey });
    expect(attachments).toMatchObject([
      { name: 'minutes.txt', bytes: content.length, present: true, alsoOn: [] },
    ]);
    const target = path.join(temporaryFolder(), 'copy.txt');
    await running.call('save-attachment-copy', { attachment: saved.entity.entityId, path: target });
    expect(readFileSync(target).equals(content)).toBe(true);
  });

  it('are noticed when the same file is on other evidence already', async () => {
    const running = await runningWorkbook();
    const first = await add(running, { title: 'Survey' });
    const second = await add(running, { title: 'Report' });
    const source = path.join(temporaryFolder(), 'notes.txt');
    writeFileSync(source, 'The same notes');
    await running.call('attach-from-path', { evidence: first, path: source });
    await running.call('attach-from-path', { evidence: second, path: source });
    const view = await running.call('read-evidence', { evidence: second });
    expect(view.attachments[0]?.alsoOn).toEqual([{ evidenceId: first, title: 'Survey' }]);
    expect(view.alike).toEqual([{ evidenceId: first, title: 'Survey', why: 'The same file is attached.' }]);
  });

  it('that are chosen are taken one by one: a refused one does not stop the others', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'program.exe'), 'MZ');
    writeFileSync(path.join(folder, 'notes.txt'), 'Notes');
    running.dialogAnswers.files = [path.join(folder, 'program.exe'), path.join(folder, 'notes.txt')];
    const { attached, refused } = await running.call('choose-attachments', { evidence: survey });
    expect(attached).toHaveLength(1);
    expect(refused).toEqual([expect.stringContaining('program.exe was not attached')]);
  });

  it.each(['electron', 'browser'] as const)('can’t be read by their path from a page (%s)', async (host) => {
    const running = await runningWorkbook({ host });
    const survey = await add(running, { title: 'Survey' });
    await expect(
      running.call('attach-from-path', { evidence: survey, path: '/etc/hostname' }),
    ).rejects.toMatchObject({ code: 'not-here' });
  });
});

async function add(running: RunningWorkbook, set: Record<string, string>): Promise<string> {
  const { entity } = await running.call('edit', { entity: 'evidence', set });
  return entity.entityId;
}

function list(
  running: RunningWorkbook,
  filter: {
    text?: string;
    kinds?: ('document' | 'views-of-people')[];
    partner?: string;
    linkedTo?: typeof outcome;
    unlinked?: boolean;
    undated?: boolean;
    deleted?: boolean;
  },
) {
  return running.call('list-evidence', { filter, sort: 'title', descending: false, offset: 0, limit: 50 });
}
