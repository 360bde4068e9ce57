import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../electron/services/workbook/openWorkbook.ts';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import { page, question, valueOf, write } from '../../builders/answering.ts';
import { runningWorkbook } from '../../builders/runningWorkbook.ts';
import { sampleRecord } from '../../store/sampleWorkbook.ts';

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

  it('keep two runs of typing apart when somebody goes from one to the other and back', async () => {
    const running = await runningWorkbook();
    const { entity } = await running.call('add-evidence', { set: { title: 'Survey' } });
    const { entityId } = entity;
    const type = async (text: string) =>
      running.call('edit', { entity: 'evidence', entityId, set: { shows: text } });
    await type('People');
    await write(running, 'We meet');
    await type('People feel safer');
    await running.call('undo', {});
    expect(valueOf((await running.call('read-evidence', { evidence: entityId })).entity, 'shows')).toBe(
      'People',
    );
    expect((await running.call('undo', {})).undone).toContain('6.2');
    expect(valueOf((await running.call('read-question', { question })).answer, 'howAreWeDoing')).toBeNull();
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

  it('delete a piece of evidence again without leaving anything to settle', async () => {
    const running = await runningWorkbook();
    const { entity } = await running.call('add-evidence', { set: { title: 'Survey', shows: 'Safer' } });
    await running.call('delete-evidence', { evidence: entity.entityId });
    await running.call('undo', {});
    await running.call('redo', {});
    const again = (await running.call('read-evidence', { evidence: entity.entityId })).entity;
    expect([again.deleted, again.conflicts]).toEqual([true, []]);
    await running.call('undo', {});
    expect(
      valueOf((await running.call('read-evidence', { evidence: entity.entityId })).entity, 'shows'),
    ).toBe('Safer');
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

  it('take back the first words in a field, and nothing else of the evidence', async () => {
    const running = await runningWorkbook();
    const { entity } = await running.call('add-evidence', { set: { title: 'Survey' } });
    const evidence = entity.entityId;
    await running.call('edit', {
      entity: 'evidence',
      entityId: evidence,
      set: { shows: 'People feel safer' },
    });
    await running.call('undo', {});
    const back = (await running.call('read-evidence', { evidence })).entity;
    expect(back.deleted).toBe(false);
    expect([valueOf(back, 'title'), valueOf(back, 'shows')]).toEqual(['Survey', null]);
    await running.call('redo', {});
    expect(valueOf((await running.call('read-evidence', { evidence })).entity, 'shows')).toBe(
      'People feel safer',
    );
  });

  it('empty a field again, and nothing else of the evidence', async () => {
    const running = await runningWorkbook();
    const { entity } = await running.call('add-evidence', { set: { title: 'Survey', source: 'Panel' } });
    const evidence = entity.entityId;
    await running.call('edit', { entity: 'evidence', entityId: evidence, set: { source: null } });
    await running.call('undo', {});
    await running.call('redo', {});
    const again = (await running.call('read-evidence', { evidence })).entity;
    expect(again.deleted).toBe(false);
    expect([valueOf(again, 'title'), valueOf(again, 'source')]).toEqual(['Survey', null]);
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
