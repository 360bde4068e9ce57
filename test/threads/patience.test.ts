import { describe, expect, it } from 'vitest';
import { countPassing, patienceLeft } from '../../electron/threads/patience.ts';

describe('patience with a thread of which nothing is heard', () => {
  it('ends with the time on the clock where the thread had the processor to itself, or shared several', () => {
    expect(patienceLeft(9_500, { clock: 9_500, processor: 9_500 })).toBe(0);
    expect(patienceLeft(9_500, { clock: 9_500, processor: 21_000 })).toBe(0);
    expect(patienceLeft(9_500, { clock: 5_000, processor: 21_000 })).toBe(4_500);
  });

  it('goes on where other programs had most of that time', () => {
    expect(patienceLeft(9_500, { clock: 9_500, processor: 2_000 })).toBe(7_500);
    expect(patienceLeft(9_500, { clock: 40_000, processor: 9_500 })).toBe(0);
  });

  it('looks again a moment later rather than at once', () => {
    expect(patienceLeft(9_500, { clock: 9_500, processor: 9_499.9 })).toBe(50);
  });

  it('ends some time although nothing was done', () => {
    expect(patienceLeft(9_500, { clock: 56_000, processor: 0 })).toBe(1_000);
    expect(patienceLeft(9_500, { clock: 57_000, processor: 0 })).toBe(0);
  });

  it('counts what the program has worked', () => {
    const passed = countPassing();
    while (passed().processor < 50);
    expect(passed().clock).toBeGreaterThan(10);
  });
});
