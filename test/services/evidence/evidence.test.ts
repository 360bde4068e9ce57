import { describe, expect, it } from 'vitest';
import { runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';

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
    expect(await titles({ unlinked: true, text: 'board' })).toEqual([minutes]);
    expect(await titles({ unlinked: true, kinds: ['document'], undated: true })).toEqual([minutes]);
    expect(await titles({ unlinked: true, text: 'people' })).toEqual([]);
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

  it('is linked to national indicators as to the common ones, and to no row of another kind', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    const link = (id: string) =>
      running.call('link-evidence', { evidence: survey, target: { kind: 'indicator', id }, linked: true });
    await link('opi2016/S1-1');
    expect((await link('cjpf2023/indicator-2')).usedIn).toBe(2);
    await expect(link('cjpf2023/aim-1')).rejects.toMatchObject({ code: 'not-found' });
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
    ['an action that does not exist', { kind: 'action' as const, id: 'none' }],
    ['a quality indicator that is called an outcome', { kind: 'outcome' as const, id: 'ci2016/6.2' }],
  ])('refuses a link to %s', async (_, target) => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    await expect(
      running.call('link-evidence', { evidence: survey, target, linked: true }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect((await running.call('read-evidence', { evidence: survey })).links).toEqual([]);
    await expect(
      running.call('add-evidence', { set: { title: 'Report' }, links: [target] }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect((await list(running, {})).rows.map(({ title }) => title)).toEqual(['Survey']);
  });

  it('calls an indicator of the partnership’s own by its title', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    const { entity } = await running.call('edit', { entity: 'indicator', set: { title: 'Tenancies kept' } });
    await running.call('link-evidence', {
      evidence: survey,
      target: { kind: 'indicator', id: entity.entityId },
      linked: true,
    });
    expect(
      (await running.call('read-evidence', { evidence: survey })).links.map(({ label }) => label),
    ).toEqual(['Tenancies kept']);
    const value = { entity: 'indicator-value', set: { indicator: entity.entityId, value: 12 } };
    await running.call('edit', value);
    const { entries } = await running.call('read-history', { limit: 1 });
    expect(entries.map(({ label }) => label)).toEqual(['Value of Tenancies kept']);
  });

  it('lets a link to an action be taken away after the action was deleted, and no new one be made', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    const { entity } = await running.call('edit', { entity: 'action', set: { title: 'Train staff' } });
    const link = (linked: boolean) =>
      running.call('link-evidence', {
        evidence: survey,
        target: { kind: 'action', id: entity.entityId },
        linked,
      });
    await link(true);
    await running.call('edit', { entity: 'action', entityId: entity.entityId, set: { deleted: true } });
    expect((await link(false)).usedIn).toBe(0);
    await expect(link(true)).rejects.toMatchObject({ code: 'not-found' });
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
