import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../electron/services/workbook/openWorkbook.ts';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import type { EntityView } from '../../../shared/api/views/fieldView.ts';
import { sampleRecord } from '../../store/sampleWorkbook.ts';
import { runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';

const question = 'ci2016/6.2/p1';

describe('writing an answer', () => {
  it('comes back as it was typed, with who wrote it and when', async () => {
    const running = await runningWorkbook();
    const words = 'Joint tasking every week 🏴󠁧󠁢󠁳󠁣󠁴󠁿\nand “MAPPA” training. _x0041_ =1+1';
    await write(running, words);
    const { answer } = await running.call('read-question', { question });
    expect(valueOf(answer, 'howAreWeDoing')).toBe(words);
    expect(answer.fields['howAreWeDoing']?.live[0]?.stamps).toEqual([
      {
        author: 'Officer A',
        voice: 'partnership',
        replica: expect.any(String),
        at: '2026-11-02T09:00:00.000Z',
      },
    ]);
  });

  it('is there when the workbook is opened again', async () => {
    const running = await runningWorkbook();
    const { folder } = await running.call('read-workbook', {});
    await write(running, 'Well');
    await running.call('close-workbook', {});
    await running.call('open-workbook', { folder });
    const { answer } = await running.call('read-question', { question });
    expect(valueOf(answer, 'howAreWeDoing')).toBe('Well');
  });

  it('keeps one history entry for a run of typing, and a new one after a pause', async () => {
    const running = await runningWorkbook();
    await write(running, 'We meet');
    await write(running, 'We meet every');
    await write(running, 'We meet every week');
    expect(await historyOf(running)).toEqual(['We meet every week']);
    running.wait(61_000);
    await write(running, 'We meet every week, all of us');
    expect(await historyOf(running)).toEqual(['We meet every week, all of us', 'We meet every week']);
  });

  it('keeps the earlier text in the history when much of it is taken away, however fast', async () => {
    const running = await runningWorkbook();
    await write(running, 'A long paragraph that somebody may want back');
    await write(running, 'A long');
    expect(await historyOf(running)).toEqual(['A long', 'A long paragraph that somebody may want back']);
  });

  it('does not join typing that a backup may hold already', async () => {
    const running = await runningWorkbook();
    await write(running, 'We meet');
    const { job } = await running.call('start-backup', {});
    await ended(running, job);
    await write(running, 'We meet every week');
    expect(await historyOf(running)).toEqual(['We meet every week', 'We meet']);
  });

  it('goes on from what the screen showed even when typing has joined that record into a later one', async () => {
    const running = await runningWorkbook();
    const first = await write(running, 'We meet');
    await write(running, 'We meet every');
    await running.call('write-answer', {
      question,
      set: { howAreWeDoing: 'We meet every week' },
      seen: first.seen,
    });
    const { answer } = await running.call('read-question', { question });
    expect(answer.conflicts).toEqual([]);
    expect(valueOf(answer, 'howAreWeDoing')).toBe('We meet every week');
  });

  it('shows both values when a second screen writes from an older state, and either settles it', async () => {
    const running = await runningWorkbook();
    const first = await write(running, 'The first words');
    running.wait(120_000);
    await running.call('write-answer', {
      question,
      set: { howAreWeDoing: 'One screen went on' },
      seen: first.seen,
    });
    running.wait(120_000);
    await running.call('write-answer', {
      question,
      set: { howAreWeDoing: 'Another one too' },
      seen: first.seen,
    });
    const { answer } = await running.call('read-question', { question });
    expect(answer.conflicts).toEqual(['howAreWeDoing']);
    expect(answer.fields['howAreWeDoing']?.live.map(({ value }) => value)).toEqual([
      'Another one too',
      'One screen went on',
    ]);
    expect((await running.call('read-overview', {})).conflicts).toBe(1);

    await running.call('write-answer', {
      question,
      set: { howAreWeDoing: 'Both, together' },
      seen: answer.seen,
    });
    const settled = await running.call('read-question', { question });
    expect(settled.answer.conflicts).toEqual([]);
    expect(valueOf(settled.answer, 'howAreWeDoing')).toBe('Both, together');
  });

  it('writes nothing when nothing has changed', async () => {
    const running = await runningWorkbook();
    await write(running, 'The same');
    const before = (await running.call('read-workbook', {})).counts.records;
    running.wait(120_000);
    await write(running, 'The same');
    expect((await running.call('read-workbook', {})).counts.records).toBe(before);
  });

  it('keeps the answers of different voices side by side', async () => {
    const running = await runningWorkbook();
    await write(running, 'The agreed words');
    await running.call('change-voice', { voice: 'partner/police-scotland' });
    await write(running, 'The police’s words');
    const { answer, others } = await running.call('read-question', { question });
    expect(valueOf(answer, 'howAreWeDoing')).toBe('The police’s words');
    expect(others.map(({ voiceName, entity }) => [voiceName, valueOf(entity, 'howAreWeDoing')])).toEqual([
      ['The partnership', 'The agreed words'],
    ]);
  });

  it.each([
    ['a question that does not exist', { question: 'ci2016/99', set: { howAreWeDoing: 'x' } }],
    ['a voice that is no partner', { question, set: { howAreWeDoing: 'x' }, voice: 'partner/nobody' }],
  ])('refuses %s and changes nothing', async (_, input) => {
    const running = await runningWorkbook();
    const before = (await running.call('read-workbook', {})).counts.records;
    await expect(running.call('write-answer', input)).rejects.toMatchObject({ code: 'not-found' });
    expect((await running.call('read-workbook', {})).counts.records).toBe(before);
  });

  it.each([7, 0, 'good', true])('refuses the grade %j', async (grade) => {
    const running = await runningWorkbook();
    await expect(
      running.call('edit', { entity: 'grade', entityId: 'ci2016/6.2@partnership', set: { grade } }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('undo and redo', () => {
  it('take back and bring back a run of typing as one', async () => {
    const running = await runningWorkbook();
    await write(running, 'We meet');
    await write(running, 'We meet every week');
    expect((await running.call('undo', {})).undone).toContain('6.2');
    expect(valueOf((await running.call('read-question', { question })).answer, 'howAreWeDoing')).toBeNull();
    await running.call('redo', {});
    expect(valueOf((await running.call('read-question', { question })).answer, 'howAreWeDoing')).toBe(
      'We meet every week',
    );
  });

  it('bring a deleted piece of evidence back with every field and every link', async () => {
    const running = await runningWorkbook();
    const { entity } = await running.call('add-evidence', {
      set: { title: 'Survey', kind: 'views-of-people', shows: 'People feel safer' },
      links: [{ kind: 'outcome', id: 'opi2016/structural-1' }],
    });
    await running.call('delete-evidence', { evidence: entity.entityId });
    expect((await page(running)).total).toBe(0);
    await running.call('undo', {});
    const back = await running.call('read-evidence', { evidence: entity.entityId });
    expect(valueOf(back.entity, 'shows')).toBe('People feel safer');
    expect(back.entity.deleted).toBe(false);
    expect(back.links.map(({ target }) => target.id)).toEqual(['opi2016/structural-1']);
  });

  it('take back a new piece of evidence by deleting it, with its links', async () => {
    const running = await runningWorkbook();
    await running.call('add-evidence', {
      set: { title: 'Survey' },
      links: [{ kind: 'question', id: question }],
    });
    await running.call('undo', {});
    expect((await page(running)).total).toBe(0);
    expect((await running.call('read-question', { question })).evidenceTotal).toBe(0);
    await running.call('redo', {});
    expect((await running.call('read-question', { question })).evidence.map(({ title }) => title)).toEqual([
      'Survey',
    ]);
  });

  it('do nothing when there is nothing to take back', async () => {
    const running = await runningWorkbook();
    expect(await running.call('undo', {})).toEqual({ undone: null });
    expect(await running.call('redo', {})).toEqual({ redone: null });
  });

  it('refuse when another laptop’s change has come in over what would be taken back', async () => {
    const running = await runningWorkbook();
    const { entity } = await running.call('add-evidence', { set: { title: 'Survey' } });
    await running.call('edit', {
      entity: 'evidence',
      entityId: entity.entityId,
      set: { source: 'Citizens’ panel' },
    });
    const { folder, id } = await running.call('read-workbook', {});
    await running.shutdown();
    const database = openDatabase(folder);
    const workbook = openWorkbook({
      database,
      folder,
      clock: { now: () => new Date('2026-11-02T10:00:00.000Z') },
      ids: { randomHex: (bytes) => 'f'.repeat(bytes * 2) },
      app: '0.1.0',
      author: () => 'Officer A',
      beforeWrite: () => {},
    });
    workbook.changes.apply(
      [{ entity: 'evidence', entityId: entity.entityId, set: { source: 'Survey office' } }],
      'Source',
    );
    const [head] = workbook.view('evidence', entity.entityId).seen['source'] ?? [];
    recordWriter(database).write([
      {
        record: {
          ...sampleRecord(9, 'evidence', entity.entityId, { source: 'Theirs' }),
          workbook: id,
          parents: { source: [head ?? ''] },
        },
      },
    ]);
    expect(() => workbook.changes.undo()).toThrow(expect.objectContaining({ code: 'stale' }));
    closeDatabase(database);
  });
});

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

async function write(running: RunningWorkbook, words: string): Promise<EntityView> {
  return (await running.call('write-answer', { question, set: { howAreWeDoing: words } })).entity;
}

function valueOf(view: EntityView, field: string) {
  return view.fields[field]?.live[0]?.value;
}

async function historyOf(running: RunningWorkbook) {
  const { entries } = await running.call('read-history', {
    entity: 'answer',
    entityId: `${question}@partnership`,
    limit: 50,
  });
  return entries.map(({ changes }) => changes[0]?.after);
}

function page(running: RunningWorkbook) {
  return running.call('list-evidence', {
    filter: {},
    sort: 'title',
    descending: false,
    offset: 0,
    limit: 50,
  });
}

async function ended(running: RunningWorkbook, job: string): Promise<void> {
  while ((await running.call('read-job', { job })).state === 'running')
    await new Promise((resolve) => setTimeout(resolve, 10));
}
