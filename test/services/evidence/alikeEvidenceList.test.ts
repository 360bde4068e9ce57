import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';

async function workbookWith(...titles: string[]) {
  const running = await runningWorkbook();
  const ids: string[] = [];
  for (const title of titles)
    ids.push((await running.call('add-evidence', { set: { title } })).entity.entityId);
  return { running, ids };
}

async function pairs(running: RunningWorkbook) {
  const list = await running.call('list-alike-evidence', {});
  return list.pairs.map(({ one, other, why }) => [one.title, other.title, why]);
}

describe('evidence that looks alike', () => {
  it('is listed in pairs, those with the same file first', async () => {
    const { running, ids } = await workbookWith(
      'The survey of victims',
      'Survey of the victims',
      'Notes of the joint planning session',
      'Notes of the joint planning session, signed',
      'A leaflet',
      'Something quite different',
    );
    for (const id of [ids[4] ?? '', ids[5] ?? '']) {
      const file = path.join(running.dataFolder, `${id}.txt`);
      writeFileSync(file, 'the same leaflet');
      await running.call('attach-from-path', { evidence: id, path: file });
    }
    expect(await pairs(running)).toEqual([
      ['A leaflet', 'Something quite different', 'The same file is attached.'],
      ['The survey of victims', 'Survey of the victims', 'The title is the same.'],
      [
        'Notes of the joint planning session',
        'Notes of the joint planning session, signed',
        'The title is nearly the same.',
      ],
    ]);
    const second = await running.call('list-alike-evidence', { offset: 1, limit: 1 });
    expect([second.total, second.pairs[0]?.one.title]).toEqual([3, 'The survey of victims']);
    await running.shutdown();
  });

  it('is not listed any more once it is joined or deleted, and is again when it is parted', async () => {
    const { running, ids } = await workbookWith('A survey', 'Survey', 'The survey');
    const [one = '', other = '', third = ''] = ids;
    expect(await pairs(running)).toHaveLength(2);
    await running.call('join-evidence', { evidence: one, other, joined: true });
    expect(await pairs(running)).toEqual([['A survey', 'The survey', 'The title is the same.']]);
    await running.call('delete-evidence', { evidence: third });
    expect(await pairs(running)).toEqual([]);
    await running.call('join-evidence', { evidence: one, other, joined: false });
    expect(await pairs(running)).toHaveLength(1);
    await running.shutdown();
  });

  it('is found by what a title says now, while it is being typed', async () => {
    const { running, ids } = await workbookWith('A survey', 'Somethi');
    expect(await pairs(running)).toEqual([]);
    await running.call('edit', { entity: 'evidence', entityId: ids[1] ?? '', set: { title: 'Survey' } });
    expect(await pairs(running)).toHaveLength(1);
    await running.shutdown();
  });

  it('is not asked about again once it was left as two, also after the workbook was opened again', async () => {
    const { running, ids } = await workbookWith('A survey', 'Survey');
    const [evidence = '', other = ''] = ids;
    await running.call('leave-evidence-as-two', { evidence: other, other: evidence, left: true });
    expect(await running.call('list-alike-evidence', {})).toEqual({ total: 0, others: 1, pairs: [] });
    const { folder } = await running.call('read-workbook', {});
    await running.call('close-workbook', {});
    await running.call('open-workbook', { folder });
    const left = await running.call('list-alike-evidence', { left: true });
    expect([left.total, left.others, left.pairs[0]?.other.title]).toEqual([1, 0, 'Survey']);
    await running.call('leave-evidence-as-two', { evidence, other, left: false });
    expect(await pairs(running)).toHaveLength(1);
    await running.shutdown();
  });

  it('is asked about again when leaving it as two is undone', async () => {
    const { running, ids } = await workbookWith('A survey', 'Survey');
    const [evidence = '', other = ''] = ids;
    await running.call('leave-evidence-as-two', { evidence, other, left: true });
    expect(await running.call('undo', {})).toEqual({ undone: 'Leaving evidence as two' });
    expect(await pairs(running)).toHaveLength(1);
    await running.call('redo', {});
    expect(await pairs(running)).toEqual([]);
    await running.shutdown();
  });

  it('stays left as two when one of them is joined with a third, and can be asked about again then', async () => {
    const { running, ids } = await workbookWith('The survey', 'Survey', 'A survey');
    const [first = '', second = '', third = ''] = ids;
    await running.call('leave-evidence-as-two', { evidence: second, other: third, left: true });
    await running.call('join-evidence', { evidence: first, other: second, joined: true });
    expect(await pairs(running)).toEqual([]);
    await running.call('leave-evidence-as-two', { evidence: first, other: third, left: false });
    expect(await pairs(running)).toHaveLength(1);
    await running.shutdown();
  });

  it('that was joined after all is joined, and one and the same can’t be left as two', async () => {
    const { running, ids } = await workbookWith('A survey', 'Survey');
    const [evidence = '', other = ''] = ids;
    await running.call('leave-evidence-as-two', { evidence, other, left: true });
    await running.call('join-evidence', { evidence, other, joined: true });
    expect(await running.call('list-alike-evidence', { left: true })).toMatchObject({ total: 0, others: 0 });
    await expect(
      running.call('leave-evidence-as-two', { evidence, other, left: true }),
    ).rejects.toMatchObject({ code: 'stale' });
    await running.call('join-evidence', { evidence, other, joined: false });
    expect(await pairs(running)).toHaveLength(1);
    await running.shutdown();
  });

  it('is shown with what each shows, from where two long texts part', async () => {
    const running = await runningWorkbook();
    for (const ending of ['Staff were kind.', 'Waiting was long.'])
      await running.call('add-evidence', {
        set: { title: 'Survey of the victims', shows: `${'People were asked. '.repeat(50)}${ending}` },
      });
    const [pair] = (await running.call('list-alike-evidence', {})).pairs;
    const shown = [pair?.one.shows ?? '', pair?.other.shows ?? ''].toSorted();
    expect(shown).toEqual([
      expect.stringMatching(/^… .*Staff were kind\.$/),
      expect.stringMatching(/^… .*Waiting was long\.$/),
    ]);
    await running.shutdown();
  });

  it('is not pointed out on a page once somebody has decided about it', async () => {
    const title = 'Survey of the victims';
    const { running, ids } = await workbookWith(title, title, title);
    const [first = '', second = '', third = ''] = ids;
    const found = async (except?: string) =>
      (await running.call('find-alike-evidence', except === undefined ? { title } : { title, except })).alike
        .map(({ evidenceId }) => evidenceId)
        .toSorted();
    expect(await found(first)).toEqual([second, third].toSorted());
    const { kept } = await running.call('join-evidence', { evidence: first, other: second, joined: true });
    const gone = kept === first ? second : first;
    expect(await found(kept)).toEqual([third]);
    expect(await found(gone)).toEqual([third]);
    expect(await found()).toEqual([kept, third].toSorted());
    await running.call('leave-evidence-as-two', { evidence: kept, other: third, left: true });
    expect(await found(kept)).toEqual([]);
  });
});
