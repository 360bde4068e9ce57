import { describe, expect, it } from 'vitest';
import { historyOf, question, valueOf, write } from '../../builders/answering.ts';
import { runningWorkbook } from '../../builders/runningWorkbook.ts';

describe('the history', () => {
  it('restores an earlier value as a new change, and keeps what stood there', async () => {
    const running = await runningWorkbook();
    await write(running, 'First words, said in spring');
    running.wait(120_000);
    await write(running, 'Second words');
    const { entries } = await running.call('read-history', {
      entity: 'answer',
      entityId: `${question}@partnership`,
      limit: 10,
    });
    await running.call('restore-value', { record: entries.at(-1)?.record ?? '', field: 'howAreWeDoing' });
    expect(await historyOf(running)).toEqual([
      'First words, said in spring',
      'Second words',
      'First words, said in spring',
    ]);
  });

  it('brings back no value into something that is deleted, but the thing itself with what was written with it', async () => {
    const running = await runningWorkbook();
    const { entity } = await running.call('add-evidence', {
      set: { title: 'Survey', shows: 'People feel safer' },
    });
    const address = { entity: 'evidence', entityId: entity.entityId };
    const newest = async () => (await running.call('read-history', { ...address, limit: 1 })).entries[0];
    const first = (await newest())?.record ?? '';
    await running.call('delete-evidence', { evidence: entity.entityId });
    const deletion = (await newest())?.record ?? '';
    await expect(running.call('restore-value', { record: first, field: 'shows' })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('Bring it back first'),
    });
    await running.call('undo', {});
    const back = (await newest())?.record ?? '';
    const deleted = await running.call('restore-value', { record: deletion, field: 'deleted' });
    expect([deleted.entity.deleted, deleted.entity.conflicts]).toEqual([true, []]);
    const again = await running.call('restore-value', { record: back, field: 'deleted' });
    expect([again.entity.deleted, again.entity.conflicts]).toEqual([false, []]);
    expect(valueOf(again.entity, 'shows')).toBe('People feel safer');
  });

  it('says what stood before each change', async () => {
    const running = await runningWorkbook();
    await write(running, 'First words, said in spring');
    running.wait(120_000);
    await write(running, 'Second words');
    const { entries } = await running.call('read-history', { limit: 1 });
    expect(entries[0]?.changes).toEqual([
      {
        field: 'howAreWeDoing',
        fieldLabel: 'How are we doing?',
        before: 'First words, said in spring',
        after: 'Second words',
        live: true,
      },
    ]);
  });

  it('comes in pages without a gap or a repeat', async () => {
    const running = await runningWorkbook();
    for (let number = 0; number < 7; number += 1)
      await running.call('add-evidence', { set: { title: `Item ${number}` } });
    const seen: string[] = [];
    let before: number | undefined;
    for (;;) {
      const { entries, next } = await running.call('read-history', {
        limit: 3,
        ...(before === undefined ? {} : { before }),
      });
      seen.push(...entries.map(({ record }) => record));
      if (next === null) break;
      before = next;
    }
    expect(new Set(seen).size).toBe(8);
    expect(seen).toHaveLength(8);
  });

  it('of half an address is refused, and not taken for that of everything', async () => {
    const running = await runningWorkbook();
    for (const half of [{ entity: 'evidence' }, { entityId: 'workbook' }, { field: 'title' }]) {
      await expect(running.call('read-history', { ...half, limit: 3 })).rejects.toMatchObject({
        code: 'invalid-input',
      });
    }
  });
});
