import { expect, it } from 'vitest';
import { testLaptop } from '../../consolidation/testLaptop.ts';

const question = 'ci2016/6.2/p1';
const qualityIndicator = 'ci2016/6.2';

it('counts the fields of one entry one by one, everywhere', async () => {
  const laptop = await testLaptop('Co-ordinator');
  for (const text of ['One reading.', 'Another reading.']) {
    for (const field of ['howAreWeDoing', 'whatNext'] as const) {
      await laptop.ask('write-answer', { question, set: { [field]: text }, seen: { [field]: [] } });
    }
  }
  const { total, conflicts } = await laptop.ask('list-conflicts', {});
  expect([total, conflicts.length]).toEqual([2, 2]);
  expect((await laptop.ask('read-workbook', {})).counts.conflicts).toBe(2);
  expect((await laptop.ask('read-overview', {})).conflicts).toBe(2);
  expect((await laptop.ask('read-state', {})).conflicts).toBe(2);
  const [{ entity, entityId, field, seen }] = conflicts as [(typeof conflicts)[number]];
  await laptop.ask('settle-conflict', { entity, entityId, field, value: 'One.', how: 'own', seen });
  expect((await laptop.ask('read-workbook', {})).counts.conflicts).toBe(1);
  await laptop.close();
});

it('counts them so on receipts', async () => {
  const desk = await testLaptop('Co-ordinator');
  await desk.close();
  const officer = await testLaptop('Inspector', desk.folder);
  const together = await testLaptop('Co-ordinator', desk.folder);
  for (const [laptop, text] of [
    [officer, 'One reading.'],
    [together, 'Another reading.'],
  ] as const) {
    await laptop.ask('write-answer', { question, set: { howAreWeDoing: text, whatNext: text } });
  }
  const { receipt } = await together.consolidate(await officer.handOver());
  expect(receipt?.counts).toEqual(
    expect.arrayContaining([
      { name: 'To settle before', count: 0 },
      { name: 'To settle now', count: 2 },
    ]),
  );
  const { consolidations } = await together.ask('list-consolidations', {});
  expect(consolidations).toMatchObject([{ conflictsBefore: 0, conflictsAfter: 2 }]);
  await Promise.all([officer.close(), together.close()]);
});

it('shows beside grades why each was given, and settles nothing of that with the grade', async () => {
  const laptop = await testLaptop('Inspector');
  const give = (grade: 3 | 5, rationale: string) =>
    laptop.ask('set-grade', {
      qualityIndicator,
      set: { grade, rationale },
      seen: { grade: [], rationale: [] },
    });
  await give(3, 'Two of five protocols lapsed.');
  await laptop.ask('change-laptop-settings', { author: 'Sergeant' });
  await give(5, 'Joint tasking each week.');
  const conflict = (await laptop.ask('list-conflicts', {})).conflicts.find(({ field }) => field === 'grade');
  const [rationale, ...others] = conflict?.beside ?? [];
  expect(others).toEqual([]);
  expect(rationale?.field).toBe('rationale');
  expect(
    Object.fromEntries(rationale?.live.map(({ value, stamps }) => [stamps[0]?.author, value]) ?? []),
  ).toEqual({ Inspector: 'Two of five protocols lapsed.', Sergeant: 'Joint tasking each week.' });
  expect(Object.keys(conflict?.seen ?? {})).toEqual(['grade']);
  await laptop.close();
});
