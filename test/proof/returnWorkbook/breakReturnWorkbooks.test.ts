import { describe, expect, it } from 'vitest';
import { breakReturnWorkbooks } from './breakReturnWorkbooks.ts';
import { breakages } from './brokenWorkbook.ts';

describe('a returned workbook that is broken', () => {
  it('is refused with a sentence or read, whatever is wrong with it', async () => {
    const report = await breakReturnWorkbooks({ files: breakages.length, seed: 2026 });
    expect(report.failures).toEqual([]);
    expect(report.counts['refused']).toBeGreaterThan(breakages.length / 2);
    expect(report.counts['read']).toBeGreaterThan(2);
  });
});
