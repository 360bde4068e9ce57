import { describe, expect, it } from 'vitest';
import { cutThePower } from './cutThePower.ts';
import { hasStrace } from './hasStrace.ts';

const small = { images: 40, saves: 12, seed: 2026 };

describe.skipIf(!hasStrace())('a power cut while saving', () => {
  it('loses nothing that was acknowledged', async () => {
    const report = await cutThePower(small);
    expect(report.failures).toEqual([]);
    expect(report.counts['syncs']).toBeGreaterThan(small.saves);
  });

  it.each(['synchronous-off', 'acknowledge-early'] as const)(
    'is seen to lose something with %s',
    async (fault) => {
      const report = await cutThePower({ ...small, images: 400, fault, stopAtFailure: true });
      expect(report.failures).not.toEqual([]);
    },
  );
});
