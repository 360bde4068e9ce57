import { describe, expect, it } from 'vitest';
import { anyOrderOfRealPackets } from './anyOrderOfRealPackets.ts';
import { lastWriterWins, sequentialMerge } from './mergings.ts';
import { oneStateFromAnyOrder } from './oneStateFromAnyOrder.ts';
import { partnershipRounds } from './partnershipRounds.ts';

describe('packets of many laptops', () => {
  const partnership = { packets: partnershipRounds(2026, 12), laptops: 13, seed: 2026 };

  it('give one state and one list of conflicts in any order and tree, with repeats, and lose nothing', () => {
    const report = oneStateFromAnyOrder({ ...partnership, orders: 24 });
    expect(report.failures).toEqual([]);
    expect(report.counts['conflicts']).toBeGreaterThan(0);
  });

  it('are seen to lose values where the last writer wins', () => {
    const report = oneStateFromAnyOrder({ ...partnership, orders: 12, merging: lastWriterWins });
    expect(report.failures.join('\n')).toMatch(/values can't be found again/);
  });

  it('are seen to give many states where they are merged one after another', () => {
    const report = oneStateFromAnyOrder({ ...partnership, orders: 12, merging: sequentialMerge });
    expect(report.failures.join('\n')).toMatch(/states came of 12 orders/);
  });
});

describe('packet files of the whole program', () => {
  it('give one state in any order, to the store and to the program', async () => {
    const sizes = { officers: 2, orders: 6, programOrders: 1 };
    const reports = await anyOrderOfRealPackets({ seed: 2026, ...sizes });
    expect(reports.setUnion.failures).toEqual([]);
    expect(reports.wholeProgram.failures).toEqual([]);
  });
});
