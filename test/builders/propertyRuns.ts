/**
 * How often a property is tried, and from which seed. Both can be set from outside, and the seed is printed, so that any
 * run can be repeated: `SEED=12345 PROPERTY_RUNS=50000 npm run vitest`.
 */
export function propertyRuns(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: Number(process.env['PROPERTY_RUNS'] ?? numRuns), seed };
}

const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);
console.info(`Properties run from seed ${seed}; repeat with SEED=${seed}`);
