import { describe, expect, it } from 'vitest';
import { hasStrace } from '../powerCut/hasStrace.ts';
import { cutWhileConsolidating } from './cutWhileConsolidating.ts';
import { killWhileConsolidating } from './killWhileConsolidating.ts';

describe('a program that takes a packet in', { timeout: 240_000 }, () => {
  it('leaves all of it or nothing when it is killed', async () => {
    const report = await killWhileConsolidating({ kills: 3, seed: 2026, changes: 800 });
    expect(report.failures).toEqual([]);
  });

  it.skipIf(!hasStrace())('leaves all of it or nothing when the power is cut', async () => {
    const report = await cutWhileConsolidating({ cuts: 30, seed: 2026, changes: 300 });
    expect(report.failures).toEqual([]);
    expect(report.counts['before']).toBeGreaterThan(3);
    expect(report.counts['after']).toBeGreaterThan(3);
  });

  it.skipIf(!hasStrace())('is seen to leave a part of it without transactions', async () => {
    const report = await cutWhileConsolidating({
      cuts: 10,
      seed: 2026,
      changes: 100,
      fault: 'no-transactions',
    });
    expect(report.failures).not.toEqual([]);
  });
});
