import { describe, expect, it } from 'vitest';
import type { RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { checked, ended, twoPackets } from './twoPackets.ts';

async function before(running: RunningWorkbook): Promise<readonly string[]> {
  const { backups } = await running.call('list-backups', {});
  return backups.map(({ name }) => name).filter((name) => name.endsWith('before-merge.sqlite'));
}

const write = (running: RunningWorkbook, text: string) =>
  running.call('write-answer', { question: 'ci2016/6.2/p1', set: { howAreWeDoing: text } });

describe('the backup before a consolidation', () => {
  it('is made while the files are read, and is the one that taking in names', async () => {
    const { running, plain } = await twoPackets();
    await write(running, 'Before the check');
    const { preview } = await checked(running, { paths: [plain] });
    await expect.poll(() => before(running), { timeout: 100_000 }).toHaveLength(1);
    const made = await before(running);
    await ended(running, (await running.call('start-consolidation', { preview: preview.preview })).job);
    expect(await before(running)).toEqual(made);
    await running.shutdown();
  });

  it('is made again where something was written since the check', async () => {
    const { running, plain } = await twoPackets();
    await write(running, 'Before the check');
    const { preview } = await checked(running, { paths: [plain] });
    await expect.poll(() => before(running), { timeout: 100_000 }).toHaveLength(1);
    await write(running, 'Since the check');
    await ended(running, (await running.call('start-consolidation', { preview: preview.preview })).job);
    expect(await before(running)).toHaveLength(2);
    await running.shutdown();
  });
});
