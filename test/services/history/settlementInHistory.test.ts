import { expect, it } from 'vitest';
import { testLaptop } from '../../consolidation/testLaptop.ts';

const indicator = 'ci2016/6.2';

it('says in the history what was settled, how and why, without a sign that the program keeps for itself', async () => {
  const original = await testLaptop('Co-ordinator');
  await original.close();
  const officer = await testLaptop('Officer', original.folder);
  await officer.ask('set-grade', { qualityIndicator: indicator, set: { grade: 3 } });
  const packet = await officer.handOver();
  await officer.close();
  const desk = await testLaptop('Co-ordinator', original.folder);
  await desk.ask('set-grade', { qualityIndicator: indicator, set: { grade: 5 } });
  await desk.consolidate(packet);
  const [grade] = (await desk.ask('list-conflicts', {})).conflicts;
  if (grade === undefined) throw new Error('The grades differ');
  const { entity, entityId, field, seen } = grade;
  const settling = { entity, entityId, field, value: 3, how: 'take', seen } as const;
  await desk.ask('settle-conflict', { ...settling, reason: 'Two protocols lapsed' });
  const { entries } = await desk.ask('read-history', { limit: 10 });
  const entry = entries.find((one) => one.entity === 'settlement');
  expect(entry?.label).toMatch(/^How it was settled: Grade of 6\.2 .*, Grade$/);
  expect(entry?.changes.map(({ field: name, after }) => [name, after])).toEqual([
    ['how', 'take'],
    ['reason', 'Two protocols lapsed'],
  ]);
  await desk.close();
});
