import { describe, expect, it } from 'vitest';
import { runningServices, runningWorkbook } from '../../builders/runningWorkbook.ts';

describe('the overview', () => {
  it('of a new workbook counts nothing as done', async () => {
    const running = await runningWorkbook();
    const overview = await running.call('read-overview', {});
    expect(overview).toMatchObject({
      answered: 0,
      graded: 0,
      qualityIndicators: 22,
      conflicts: 0,
      evidence: 0,
      unfinished: [],
    });
    expect(
      overview.keyQuestions
        .flatMap(({ grades }) => grades)
        .every(({ grade, status }) => grade === null && status === 'to-do'),
    ).toBe(true);
    expect(overview.gaps).toHaveLength(7);
  });

  it('counts an answer once something is written, and not when only a status is set', async () => {
    const running = await runningWorkbook();
    await running.call('write-answer', { question: 'ci2016/6.2/p1', set: { status: 'in-progress' } });
    expect((await running.call('read-overview', {})).answered).toBe(0);
    await running.call('write-answer', { question: 'ci2016/6.2/p1', set: { whatNext: 'Meet again' } });
    expect((await running.call('read-overview', {})).answered).toBe(1);
    await running.call('write-answer', { question: 'ci2016/6.2/p1', set: { whatNext: '   ' } });
    expect((await running.call('read-overview', {})).answered).toBe(0);
  });

  it('takes “not enough evidence” as an answer and not as a grade', async () => {
    const running = await runningWorkbook();
    await running.call('set-grade', {
      qualityIndicator: 'ci2016/6.2',
      set: { grade: 'not-enough-evidence' },
    });
    const overview = await running.call('read-overview', {});
    expect(overview.graded).toBe(0);
    expect(
      overview.keyQuestions.flatMap(({ grades }) => grades).find(({ number }) => number === '6.2'),
    ).toMatchObject({
      grade: 'not-enough-evidence',
      status: 'in-progress',
    });
  });

  it('points at a high grade without evidence and at a low one without a next step, and blocks neither', async () => {
    const running = await runningWorkbook();
    await running.call('set-grade', { qualityIndicator: 'ci2016/6.2', set: { grade: 6 } });
    await running.call('set-grade', { qualityIndicator: 'ci2016/8.1', set: { grade: 2 } });
    expect((await running.call('read-overview', {})).worthALook.map(({ why }) => why)).toEqual([
      'Graded 6 with no evidence.',
      'Graded 2, and nothing is written under “What are we going to do next?”.',
    ]);
    await running.call('set-grade', {
      qualityIndicator: 'ci2016/8.1',
      set: { whatNext: 'A joint plan by June' },
    });
    expect((await running.call('read-overview', {})).worthALook).toHaveLength(1);
  });

  it('takes two next steps that people differ about for a next step', async () => {
    const running = await runningWorkbook();
    for (const whatNext of ['A joint plan by June', 'Nothing before the budget']) {
      await running.call('set-grade', {
        qualityIndicator: 'ci2016/8.1',
        set: { grade: 2, whatNext },
        seen: { whatNext: [] },
      });
    }
    expect(await running.call('read-overview', {})).toMatchObject({ conflicts: 1, worthALook: [] });
  });

  it('shows what other voices have done', async () => {
    const running = await runningWorkbook();
    await running.call('change-voice', { voice: 'partner/police-scotland' });
    await running.call('write-answer', { question: 'ci2016/6.2/p1', set: { howAreWeDoing: 'Well' } });
    await running.call('set-grade', { qualityIndicator: 'ci2016/6.2', set: { grade: 3 } });
    await running.call('change-voice', { voice: 'partnership' });
    expect((await running.call('read-overview', {})).voices).toEqual([
      { voice: 'partner/police-scotland', voiceName: 'Police Scotland', answered: 1, graded: 1 },
    ]);
  });

  it('no longer names a voice whose words have all been emptied', async () => {
    const running = await runningWorkbook();
    const write = (howAreWeDoing: string | null) =>
      running.call('write-answer', {
        question: 'ci2016/6.2/p1',
        voice: 'partner/police-scotland',
        set: { howAreWeDoing },
      });
    await write('Well');
    expect((await running.call('read-overview', {})).voices).toHaveLength(1);
    await write(null);
    expect((await running.call('read-overview', {})).voices).toEqual([]);
  });

  it('lists everything that was begun and is not finished', async () => {
    const running = await runningWorkbook();
    const { questions } = await running.call('read-catalogue', {});
    for (const { id } of questions.slice(0, 20))
      await running.call('write-answer', { question: id, set: { howAreWeDoing: 'Well' } });
    expect((await running.call('read-overview', {})).unfinished).toHaveLength(20);
  });

  it('of the example shows its content', async () => {
    const running = runningServices();
    await running.call('open-example', {});
    const overview = await running.call('read-overview', {});
    expect(overview.evidence).toBe(138);
    expect(overview.answered).toBe(8);
    expect(overview.graded).toBe(0);
  });
});

describe('the outline of the walk', () => {
  it('knows which grades the person at this computer gave', async () => {
    const running = await runningWorkbook();
    const mine = async () =>
      (await running.call('read-walk', {})).keyQuestions
        .flatMap(({ qualityIndicators }) => qualityIndicators)
        .flatMap((indicator) => (indicator.mine ? [indicator.number] : []));
    expect(await mine()).toEqual([]);
    await running.call('set-grade', { qualityIndicator: 'ci2016/6.2', set: { grade: 4 } });
    expect(await mine()).toEqual(['6.2']);
    await running.call('change-laptop-settings', { author: 'Somebody else' });
    expect(await mine()).toEqual([]);
  });
});

describe('the frameworks’ texts', () => {
  it('can be corrected from the officer’s own copy, and the walk shows the correction', async () => {
    const running = await runningWorkbook();
    await running.call('correct-framework-row', {
      row: 'ci2016/2.2',
      set: { title: 'Impact on victims of crime' },
    });
    const catalogue = await running.call('read-catalogue', {});
    expect(catalogue.qualityIndicators.find(({ id }) => id === 'ci2016/2.2')).toMatchObject({
      title: 'Impact on victims of crime',
      corrected: true,
    });
    await running.call('undo', {});
    expect(
      (await running.call('read-catalogue', {})).qualityIndicators.find(({ id }) => id === 'ci2016/2.2')
        ?.corrected,
    ).toBe(false);
  });

  it('can be confirmed without a change', async () => {
    const running = await runningWorkbook();
    await running.call('correct-framework-row', { row: 'ci2016/2.2', set: { checked: true } });
    const row = (await running.call('read-catalogue', {})).qualityIndicators.find(
      ({ id }) => id === 'ci2016/2.2',
    );
    expect(row).toMatchObject({ checked: true, corrected: false });
  });

  it('carry the partnership’s own partners, who can then be spoken for', async () => {
    const running = await runningWorkbook();
    const { entity } = await running.call('edit', {
      entity: 'partner',
      entityId: 'local-turning-point',
      set: { name: 'Turning Point', bodyKind: 'third-sector' },
    });
    expect((await running.call('change-voice', { voice: entity.entityId })).voiceName).toBe('Turning Point');
  });

  it('call an own partner by every name that people gave it while they differ, and never by none', async () => {
    const running = await runningWorkbook();
    const nameOf = async (id: string) =>
      (await running.call('read-catalogue', {})).partners.find((partner) => partner.id === id)?.title;
    for (const name of ['Turning Point', 'Turning Point Scotland']) {
      const about = { entity: 'partner', entityId: 'local-turning-point' };
      await running.call('edit', { ...about, set: { name }, seen: { name: [] } });
    }
    expect(await nameOf('local-turning-point')).toBe('Turning Point or Turning Point Scotland');
    await running.call('edit', {
      entity: 'partner',
      entityId: 'local-nameless',
      set: { bodyKind: 'community' },
    });
    expect(await nameOf('local-nameless')).toBe('Partner without a name');
  });

  it('call a statutory partner what the partnership calls it, and say that this is not the Act’s word', async () => {
    const running = await runningWorkbook();
    const set = { name: 'Moray Council' };
    await running.call('edit', { entity: 'partner', entityId: 'partner/local-authority', set });
    expect((await running.call('read-catalogue', {})).partners[0]).toMatchObject({
      title: 'Moray Council',
      corrected: true,
    });
  });

  it.each(['partner/none', 'nobody'])('refuse to speak as %s', async (voice) => {
    const running = await runningWorkbook();
    await expect(running.call('change-voice', { voice })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('searching', () => {
  it('finds what was just typed, marks it and says where it is', async () => {
    const running = await runningWorkbook();
    await running.call('write-answer', {
      question: 'ci2016/6.2/p1',
      set: { howAreWeDoing: 'Joint tasking with the Scottish Prison Service each week' },
    });
    const { hits, more } = await running.call('search', { text: 'pris', limit: 10 });
    expect(more).toBe(false);
    expect(hits).toEqual([
      expect.objectContaining({
        entity: 'answer',
        entityId: 'ci2016/6.2/p1@partnership',
        excerpt: expect.stringContaining('\u0002Prison\u0003'),
      }),
    ]);
    expect(hits[0]?.label).toContain('6.2, question 1');
  });

  it('no longer finds what was taken away', async () => {
    const running = await runningWorkbook();
    await running.call('write-answer', {
      question: 'ci2016/6.2/p1',
      set: { howAreWeDoing: 'Prison visits' },
    });
    await running.call('write-answer', {
      question: 'ci2016/6.2/p1',
      set: { howAreWeDoing: 'Something else' },
    });
    expect((await running.call('search', { text: 'prison', limit: 10 })).hits).toEqual([]);
  });

  it('says that there is more than it lists', async () => {
    const running = await runningWorkbook();
    for (let number = 0; number < 5; number += 1)
      await running.call('add-evidence', { set: { title: `Prison visit ${number}` } });
    const { hits, more } = await running.call('search', { text: 'prison', limit: 3 });
    expect(hits).toHaveLength(3);
    expect(more).toBe(true);
  });

  it('finds an answer among as much evidence with the same words as there is, when only answers are asked for', async () => {
    const running = await runningWorkbook();
    await running.call('write-answer', { question: 'ci2016/6.2/p1', set: { whatNext: 'Prison visits' } });
    for (let number = 0; number < 5; number += 1)
      await running.call('add-evidence', { set: { title: `Prison visit ${number}` } });
    const { hits, more } = await running.call('search', {
      text: 'prison vis',
      limit: 3,
      among: ['answer', 'grade'],
    });
    expect(hits.map(({ entityId }) => entityId)).toEqual(['ci2016/6.2/p1@partnership']);
    expect(more).toBe(false);
  });
});
