import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ended, historyOf, question, valueOf, write } from '../../builders/answering.ts';
import { runningWorkbook } from '../../builders/runningWorkbook.ts';

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

  it('does not join typing that a workbook to fill in was made from: what comes back names it', async () => {
    const running = await runningWorkbook();
    await write(running, 'We meet');
    const file = path.join(running.dataFolder, 'to fill in.xlsx');
    const { job } = await running.call('start-return-copy', {
      path: file,
      qualityIndicators: ['ci2016/6.2'],
    });
    await write(running, 'We meet every week');
    expect(await historyOf(running)).toEqual(['We meet every week', 'We meet']);
    await ended(running, job ?? '');
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

  it('refuses what nobody could read back: it would keep the whole workbook from being handed over', async () => {
    const running = await runningWorkbook();
    const set = { howAreWeDoing: 'Well' };
    await expect(
      running.call('write-answer', { question, set, seen: { howAreWeDoing: ['no record'] } }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      message: 'This can’t be saved as it is: “How are we doing?”.',
    });
    const { entity } = await running.call('edit', {
      entity: 'evidence',
      entityId: 'e'.repeat(390),
      set: { title: 'Survey' },
    });
    const target = { kind: 'question', id: question } as const;
    await expect(
      running.call('link-evidence', { evidence: entity.entityId, target, linked: true }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await running.call('read-workbook', {})).counts.records).toBe(2);
  });

  it('names the field that is too long as people know it, and says what to do', async () => {
    const running = await runningWorkbook();
    await expect(
      running.call('edit', { entity: 'evidence', entityId: 'e1', set: { title: 'x'.repeat(2_001) } }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      message: '“Title” is longer than can be kept here. Shorten it.',
    });
    await expect(
      running.call('write-answer', { question, set: { howAreWeDoing: 'x'.repeat(200_001) } }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      message: '“How are we doing?” is longer than can be kept here. Shorten it.',
    });
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
