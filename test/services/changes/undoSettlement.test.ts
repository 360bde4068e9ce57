import { expect, it } from 'vitest';
import { testLaptop } from '../../consolidation/testLaptop.ts';

const question = 'ci2016/6.2/p1';

it('brings every value back when a settlement is undone at once, however alike the texts are', async () => {
  const laptop = await testLaptop('Co-ordinator');
  const texts = ['Two of six lapsed. Staff meet monthly.', 'Two of five lapsed. Staff meet weekly.'];
  for (const text of texts) {
    await laptop.ask('write-answer', {
      question,
      set: { howAreWeDoing: text },
      seen: { howAreWeDoing: [] },
    });
  }
  const [conflict] = (await laptop.ask('list-conflicts', {})).conflicts;
  if (conflict === undefined) throw new Error('Nothing is in conflict');
  const { entity, entityId, field, seen } = conflict;
  const value = 'Two of six lapsed. Staff meet weekly.';
  await laptop.ask('settle-conflict', { entity, entityId, field, value, how: 'combine', seen });
  await laptop.ask('undo', {});
  const { answer } = await laptop.ask('read-question', { question });
  expect(answer.fields['howAreWeDoing']?.live.map((live) => live.value).toSorted()).toEqual(texts.toSorted());
  const history = await laptop.ask('read-history', { entity, entityId, limit: 50 });
  const written = history.entries.flatMap(({ changes }) => changes.map(({ after }) => after));
  expect(written).toContain(value);
  await laptop.close();
});

it('has a deletion to settle again, and what was written beside it, when keeping it is undone', async () => {
  const laptop = await testLaptop('Co-ordinator');
  const { entity: added } = await laptop.ask('add-evidence', {
    set: { title: 'Survey', source: 'Minutes' },
  });
  const evidence = added.entityId;
  await laptop.ask('edit', {
    entity: 'evidence',
    entityId: evidence,
    set: { source: 'Minutes of May' },
    seen: added.seen,
  });
  await laptop.ask('delete-evidence', { evidence, seen: added.seen });
  const [conflict] = (await laptop.ask('list-conflicts', {})).conflicts;
  if (conflict === undefined) throw new Error('Nothing is in conflict');
  const { entity, entityId, field, seen } = conflict;
  const shown = async () => {
    const { total } = await laptop.ask('list-conflicts', {});
    const { fields } = (await laptop.ask('read-evidence', { evidence })).entity;
    const live = (name: string) => fields[name]?.live.map(({ value }) => value) ?? [];
    return { total, title: live('title'), source: live('source') };
  };
  const contested = { total: 1, title: [], source: ['Minutes of May'] };
  const kept = { total: 0, title: ['Survey'], source: ['Minutes of May'] };
  expect(await shown()).toEqual(contested);
  await laptop.ask('settle-conflict', { entity, entityId, field, value: false, how: 'take', seen });
  expect(await shown()).toEqual(kept);
  await laptop.ask('undo', {});
  expect(await shown()).toEqual(contested);
  await laptop.ask('redo', {});
  expect(await shown()).toEqual(kept);
  await laptop.close();
});
