import { expect, it } from 'vitest';
import { killWhileConsolidating } from './killWhileConsolidating.ts';

it(
  'a program killed while it takes a packet in leaves all of it or nothing',
  { timeout: 240_000 },
  async () => {
    const report = await killWhileConsolidating({ kills: 4, seed: 2026, changes: 800 });
    expect(report.failures).toEqual([]);
  },
);
