import { describe, expect, it } from 'vitest';
import { historyOf, question, write } from '../../builders/answering.ts';
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
});
