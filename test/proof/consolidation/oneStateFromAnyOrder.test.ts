import { describe, expect, it } from 'vitest';
import { lastWriterWins, oneStateFromAnyOrder, sequentialMerge } from './oneStateFromAnyOrder.ts';

describe('packets of many laptops', { timeout: 120_000 }, () => {
  it('give one state and one list of conflicts in any order and tree, with repeats, and lose nothing', () => {
    const report = oneStateFromAnyOrder({ seed: 2026, officers: 12, orders: 24 });
    expect(report.failures).toEqual([]);
    expect(report.counts['conflicts']).toBeGreaterThan(3);
  });

  it('are seen to lose values where the last writer wins', () => {
    const report = oneStateFromAnyOrder({ seed: 2026, officers: 12, orders: 12, merging: lastWriterWins });
    expect(report.failures.join('\n')).toMatch(/values can't be found again/);
  });

  it('are seen to give many states where they are merged one after another', () => {
    const report = oneStateFromAnyOrder({ seed: 2026, officers: 12, orders: 12, merging: sequentialMerge });
    expect(report.failures.join('\n')).toMatch(/states came of 12 orders/);
  });
});
