import { describe, expect, it } from 'vitest';
import { testLaptop, type TestLaptop } from '../../consolidation/testLaptop.ts';

/** Two laptops with one workbook, in which two pieces of evidence look alike. */
async function twoLaptops() {
  const here = await testLaptop('Co-ordinator');
  const ids: string[] = [];
  for (const title of ['A survey', 'Survey'])
    ids.push((await here.ask('add-evidence', { set: { title } })).entity.entityId);
  const [evidence = '', other = ''] = ids.toSorted();
  await here.ask('close-workbook', {});
  const there = await testLaptop('Inspector', here.folder);
  await here.ask('open-workbook', { folder: here.folder });
  return { here, there, pair: { evidence, other } };
}

const asked = async ({ ask }: TestLaptop): Promise<number> => (await ask('list-alike-evidence', {})).total;

describe('leaving evidence that looks alike as two', () => {
  it('travels: whoever takes the packet in is not asked again', async () => {
    const { here, there, pair } = await twoLaptops();
    await there.ask('leave-evidence-as-two', { ...pair, left: true });
    expect(await asked(here)).toBe(1);
    await here.consolidate(await there.handOver());
    expect(await asked(here)).toBe(0);
    expect((await here.ask('list-conflicts', {})).total).toBe(0);
    await Promise.all([here.close(), there.close()]);
  });

  it('differs from joining them elsewhere, which joins nothing until it is settled', async () => {
    const { here, there, pair } = await twoLaptops();
    // Parted before: what stands already is said again, so that it can differ.
    for (const joined of [true, false]) await here.ask('join-evidence', { ...pair, joined });
    await there.consolidate(await here.handOver());
    await there.ask('leave-evidence-as-two', { ...pair, left: true });
    await here.ask('join-evidence', { ...pair, joined: true });
    await here.consolidate(await there.handOver());
    const { conflicts } = await here.ask('list-conflicts', {});
    expect(conflicts).toMatchObject([{ entity: 'joining', field: 'joined' }]);
    const { joined } = await here.ask('read-evidence', { evidence: pair.evidence });
    expect(joined.standsFor).toEqual([]);
    await Promise.all([here.close(), there.close()]);
  });
});
