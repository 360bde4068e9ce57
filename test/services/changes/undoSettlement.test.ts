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
