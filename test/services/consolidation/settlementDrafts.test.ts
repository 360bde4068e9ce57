import { expect, it } from 'vitest';
import type { SettlementDraft } from '../../../shared/api/views/settlementDraftView.ts';
import { testLaptop, type TestLaptop } from '../../consolidation/testLaptop.ts';

const question = 'ci2016/6.2/p1';
const draft: SettlementDraft = {
  label: 'Answer to 6.2, question 1: How are we doing?',
  way: 'combine',
  taken: null,
  combined: 'Two of six lapsed. Staff',
  combinedFrom: 'Two of six lapsed.\n\n———\n\nTwo of five lapsed.',
  own: '',
  reason: 'Counted again',
  begunWith: 'one two',
};

/** A workbook whose answer has two texts that were written without knowing of each other. */
async function contested(fields: readonly ('howAreWeDoing' | 'whatNext')[] = ['howAreWeDoing']) {
  const laptop = await testLaptop('Co-ordinator');
  for (const text of ['Two of six lapsed.', 'Two of five lapsed.']) {
    for (const field of fields) {
      await laptop.ask('write-answer', { question, set: { [field]: text }, seen: { [field]: [] } });
    }
  }
  const [conflict] = (await laptop.ask('list-conflicts', {})).conflicts;
  if (conflict === undefined) throw new Error('Nothing is in conflict');
  const { entity, entityId, field, seen } = conflict;
  return { laptop, address: { entity, entityId, field }, seen };
}

const draftsOf = async (laptop: TestLaptop) => (await laptop.ask('list-settlement-drafts', {})).drafts;

it('keeps what is being written across closing and opening, as it was last, and lets go of it', async () => {
  const { laptop, address } = await contested();
  await laptop.ask('keep-settlement-draft', { ...address, draft: { ...draft, combined: 'Two' } });
  const { savedAt } = await laptop.ask('keep-settlement-draft', { ...address, draft });
  expect((await laptop.ask('read-workbook', {})).lastSavedAt).toBe(savedAt);
  await laptop.ask('close-workbook', {});
  await laptop.ask('open-workbook', { folder: laptop.folder });
  expect(await draftsOf(laptop)).toMatchObject([{ ...address, draft }]);
  await laptop.ask('keep-settlement-draft', { ...address, draft: null });
  expect(await draftsOf(laptop)).toEqual([]);
  await laptop.close();
});

it('is no change: neither what is live nor the count of changes nor a packet knows of it', async () => {
  const { laptop, address } = await contested();
  const before = await laptop.ask('read-state', { lines: true });
  await laptop.ask('keep-settlement-draft', { ...address, draft });
  expect(await laptop.ask('read-state', { lines: true })).toEqual(before);
  const other = await testLaptop('Inspector');
  await other.ask('close-workbook', {});
  await other.ask('create-from-packet', {
    path: await laptop.handOver(),
    author: 'Inspector',
    folder: `${other.folder} too`,
  });
  expect(await draftsOf(other)).toEqual([]);
  await Promise.all([laptop.close(), other.close()]);
});

it('goes when its conflict is settled, and stays when settling is refused', async () => {
  const { laptop, address, seen } = await contested(['howAreWeDoing', 'whatNext']);
  const whatNext = { ...address, field: 'whatNext' };
  await laptop.ask('keep-settlement-draft', { ...address, draft });
  await laptop.ask('keep-settlement-draft', { ...whatNext, draft });
  const settling = { ...address, value: 'Two of six lapsed.', how: 'take', seen } as const;
  await laptop.ask('settle-conflict', settling);
  expect(await draftsOf(laptop)).toMatchObject([whatNext]);
  await laptop.ask('keep-settlement-draft', { ...address, draft });
  await expect(laptop.ask('settle-conflict', settling)).rejects.toMatchObject({ code: 'stale' });
  expect(await draftsOf(laptop)).toHaveLength(2);
  await laptop.close();
});

it('comes back with a backup', async () => {
  const { laptop, address } = await contested();
  await laptop.ask('keep-settlement-draft', { ...address, draft });
  const { job } = await laptop.ask('start-backup', {});
  await laptop.finish(job);
  await laptop.ask('keep-settlement-draft', { ...address, draft: null });
  const [backup] = (await laptop.ask('list-backups', {})).backups;
  await laptop.ask('restore-backup', { backup: backup?.name ?? '' });
  expect(await draftsOf(laptop)).toMatchObject([{ ...address, draft }]);
  await laptop.close();
});
