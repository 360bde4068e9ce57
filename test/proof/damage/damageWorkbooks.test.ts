import { describe, expect, it } from 'vitest';
import { damageWorkbooks } from './damageWorkbooks.ts';

describe('a damaged workbook', () => {
  it('is noticed, left as it is, and replaced by its newest good backup', async () => {
    const report = await damageWorkbooks({ damages: 42, seed: 2026 });
    expect(report.failures).toEqual([]);
    expect(report.counts['changes noticed']).toBeGreaterThan(20);
    expect(report.counts['restored']).toBeGreaterThan(20);
  });
});
