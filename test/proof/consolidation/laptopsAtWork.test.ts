import { expect, it } from 'vitest';
import { laptopsAtWork } from './laptopsAtWork.ts';

it(
  'laptops that work, hand over, consolidate, undo and restore in any order agree in the end',
  { timeout: 240_000 },
  () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);
    console.info(`Laptops work from seed ${seed}; repeat with SEED=${seed}`);
    const report = laptopsAtWork({ seed, runs: 12, steps: 30 });
    expect(report.failures).toEqual([]);
  },
);
