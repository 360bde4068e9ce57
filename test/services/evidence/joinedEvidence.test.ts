import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../shared/api/contract.ts';
import { ended, page } from '../../builders/answering.ts';
import { runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';

type Link = NonNullable<InputOf<'add-evidence'>['links']>[number];
const outcome: Link = { kind: 'outcome', id: 'opi2016/structural-1' };
const indicator: Link = { kind: 'quality-indicator', id: 'ci2016/6.2' };

async function add(running: RunningWorkbook, title: string, links: Link[] = []): Promise<string> {
  return (await running.call('add-evidence', { set: { title, shows: `${title} shows it` }, links })).entity
    .entityId;
}

async function attach(running: RunningWorkbook, evidence: string, name: string, text: string): Promise<void> {
  const file = path.join(running.dataFolder, name);
  writeFileSync(file, text);
  await running.call('attach-from-path', { evidence, path: file });
}

const join = (running: RunningWorkbook, evidence: string, other: string, joined = true) =>
  running.call('join-evidence', { evidence, other, joined });

async function titles(running: RunningWorkbook): Promise<readonly string[]> {
  return (await page(running)).rows.map(({ title }) => title);
}

async function joinedOf(running: RunningWorkbook, evidence: string) {
  const { joined } = await running.call('read-evidence', { evidence });
  return [joined.standsFor.map(({ title }) => title), joined.standsIn?.title ?? null];
}

/** "First" stands for "Second": it was made first, and the ids of the test follow one another. */
async function joinedPair() {
  const running = await runningWorkbook();
  const first = await add(running, 'First', [outcome]);
  const second = await add(running, 'Second', [outcome, indicator]);
  await attach(running, first, 'one.txt', 'the same');
  await attach(running, second, 'other name.txt', 'the same');
  await attach(running, second, 'two.txt', 'another');
  expect((await join(running, second, first)).kept).toBe(first);
  return { running, first, second };
}

describe('joined evidence', () => {
  it('is one row with the links and the files of both, and the other keeps its address', async () => {
    const { running, first, second } = await joinedPair();
    const { rows, total, all } = await page(running);
    expect([total, all]).toEqual([1, 1]);
    expect(rows).toMatchObject([{ id: first, standsFor: 1, usedIn: 2, attachments: 2 }]);
    const one = await running.call('read-evidence', { evidence: first });
    expect(one.joined).toEqual({ standsFor: [{ evidenceId: second, title: 'Second' }], standsIn: null });
    expect(one.links).toHaveLength(2);
    expect(one.attachments.map(({ name, entityId }) => [name, entityId.startsWith(first)])).toEqual([
      ['one.txt', true],
      ['two.txt', false],
    ]);
    expect(one.alike).toEqual([]);
    const other = await running.call('read-evidence', { evidence: second });
    expect(other.joined).toEqual({ standsFor: [], standsIn: { evidenceId: first, title: 'First' } });
    expect(other.attachments.map(({ name }) => name).toSorted()).toEqual(['other name.txt', 'two.txt']);
    expect(other.alike).toEqual([]);
    await running.shutdown();
  });

  it('is counted once wherever evidence is counted', async () => {
    const { running } = await joinedPair();
    await add(running, 'Third', [outcome]);
    expect((await running.call('read-workbook', {})).counts.evidence).toBe(2);
    expect((await running.call('read-overview', {})).evidence).toBe(2);
    const { outcomes } = await running.call('read-outcomes', {});
    expect(outcomes.find(({ id }) => id === outcome.id)?.evidence).toBe(2);
    const one = await running.call('read-outcome', { outcome: outcome.id });
    expect([one.total, one.rows.length, one.outcome.evidence]).toEqual([2, 2, 2]);
    const matrix = await running.call('read-matrix', { columns: 'quality-indicator' });
    const row = matrix.rows.find(({ outcomeId }) => outcomeId === outcome.id);
    expect([row?.total, row?.counts.filter((count) => count > 0)]).toEqual([2, [1]]);
    const question = await running.call('read-quality-indicator', { qualityIndicator: indicator.id });
    expect(question.evidence.map(({ title }) => title)).toEqual(['First']);
    const { job } = await running.call('start-export', { path: path.join(running.dataFolder, 'out.xlsx') });
    await ended(running, job ?? '');
    const { receipt, error } = await running.call('read-job', { job: job ?? '' });
    expect(error).toBeNull();
    const counted = (name: RegExp) => receipt?.counts.find((count) => name.test(count.name))?.count;
    expect([counted(/evidence/i), counted(/files/i)]).toEqual([2, 2]);
    await running.shutdown();
  });

  it('is found once, by the words of either', async () => {
    const { running, first } = await joinedPair();
    for (const text of ['First shows', 'Second shows', 'shows']) {
      const filter = { text };
      const list = await running.call('list-evidence', {
        filter,
        sort: 'title',
        descending: false,
        offset: 0,
        limit: 10,
      });
      expect([text, list.total, list.rows.map(({ id }) => id)]).toEqual([text, 1, [first]]);
      const { hits } = await running.call('search', { text, limit: 10 });
      const evidence = hits.filter(({ entity }) => entity === 'evidence');
      expect([text, evidence.map(({ entityId }) => entityId)]).toEqual([text, [first]]);
    }
    await running.shutdown();
  });

  it('is two again when it is parted, or the joining is undone, each with what was its own', async () => {
    const { running, first, second } = await joinedPair();
    await join(running, first, second, false);
    const parted = await page(running);
    expect(parted.rows.map(({ title, usedIn, attachments }) => [title, usedIn, attachments])).toEqual([
      ['First', 1, 1],
      ['Second', 2, 2],
    ]);
    await running.call('undo', {});
    expect(await titles(running)).toEqual(['First']);
    await running.call('undo', {});
    expect(await titles(running)).toEqual(['First', 'Second']);
    await running.shutdown();
  });

  it('does not vanish with the one that stands: then the other one does, until it is brought back', async () => {
    const { running, first, second } = await joinedPair();
    await running.call('delete-evidence', { evidence: first });
    expect(await titles(running)).toEqual(['Second']);
    expect(await joinedOf(running, second)).toEqual([[], null]);
    await running.call('undo', {});
    expect(await titles(running)).toEqual(['First']);
    await running.shutdown();
  });

  it('loses a link in both when it is taken away', async () => {
    const { running, first, second } = await joinedPair();
    await running.call('link-evidence', { evidence: first, target: outcome, linked: false });
    await running.call('link-evidence', { evidence: first, target: indicator, linked: false });
    expect((await running.call('read-evidence', { evidence: first })).links).toEqual([]);
    expect((await running.call('read-evidence', { evidence: second })).links).toEqual([]);
    await running.shutdown();
  });

  it('can be a chain; taking out the one in the middle leaves the others together', async () => {
    const running = await runningWorkbook();
    const ids = [await add(running, 'A'), await add(running, 'B'), await add(running, 'C')] as const;
    await join(running, ids[1], ids[2]);
    expect(await titles(running)).toEqual(['A', 'B']);
    expect((await join(running, ids[1], ids[0])).kept).toBe(ids[0]);
    expect(await joinedOf(running, ids[0])).toEqual([['B', 'C'], null]);
    expect(await joinedOf(running, ids[2])).toEqual([[], 'A']);
    expect((await join(running, ids[0], ids[2])).kept).toBe(ids[0]);
    await join(running, ids[0], ids[1], false);
    expect(await titles(running)).toEqual(['A', 'B']);
    expect(await joinedOf(running, ids[0])).toEqual([['C'], null]);
    await running.call('undo', {});
    expect(await joinedOf(running, ids[0])).toEqual([['B', 'C'], null]);
    await join(running, ids[2], ids[0], false);
    expect(await titles(running)).toEqual(['A', 'C']);
    await running.shutdown();
  });
});
