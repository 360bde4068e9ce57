import { describe, expect, it } from 'vitest';
import { killWhileSaving } from './killWhileSaving.ts';

describe('a program that is killed while it saves', () => {
  it('has lost nothing that it had acknowledged', async () => {
    const report = await killWhileSaving({ kills: 4, seed: 2026 });
    expect(report.failures).toEqual([]);
    expect(report.counts['acknowledged saves']).toBeGreaterThan(0);
  });

  it('is seen to lose saves when it acknowledges them before the commit', async () => {
    const report = await killWhileSaving({
      kills: 40,
      seed: 2026,
      fault: 'acknowledge-early',
      stopAtFailure: true,
    });
    expect(report.failures.join('\n')).toMatch(/lost \{"save"/);
  });
});
