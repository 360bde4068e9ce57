import fc from 'fast-check';
import { checkProjections } from '../../../electron/store/file/checkProjections.ts';
import type { ProofReport } from '../proofReport.ts';
import { seededRandom } from '../seededRandom.ts';
import { carryOut, kindsOfStep, MOST_LAPTOPS, type Step, type World } from './laptopSteps.ts';
import { whatIsKeptForNewer, withNewerProgram } from './newerProgram.ts';
import { settleSome } from './officersWork.ts';
import { simulatedLaptop } from './simulatedLaptop.ts';
import { foldedState, lostValues, outcomeOf, recordsOf } from './whatIsLive.ts';

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kindsOfStep),
  laptop: fc.nat({ max: MOST_LAPTOPS - 1 }),
  other: fc.nat({ max: 1_000 }),
});

const historyArbitrary = fc.record({ laptops: fc.integer({ min: 2, max: MOST_LAPTOPS }), seed: fc.nat() });

/**
 * Lets two to eight laptops work: add, edit, delete, settle, undo, hand over, consolidate, undo consolidations, restore
 * backups, be cloned, jump their clocks, be upgraded. In the end everybody hands over to everybody. Then all must hold one
 * state, which is what all records fold to, with nothing lost that was ever handed over; and once all are upgraded,
 * everything that is in conflict can be settled.
 */
export function laptopsAtWork(options: {
  readonly seed: number;
  readonly runs: number;
  readonly steps: number;
  readonly onRun?: (done: number) => void;
}): ProofReport {
  const { seed, runs, steps, onRun } = options;
  const stepsArbitrary = fc.array(stepArbitrary, { minLength: steps, maxLength: steps });
  const done = new Map<string, number>(kindsOfStep.map((kind) => [kind, 0]));
  let begun = 0;
  const result = fc.check(
    fc.property(historyArbitrary, stepsArbitrary, (history, list) => {
      begun += 1;
      onRun?.(begun);
      for (const { kind } of list) done.set(kind, (done.get(kind) ?? 0) + 1);
      const failure = play(history, list);
      if (failure !== undefined) throw new Error(failure);
    }),
    { seed, numRuns: runs, endOnFailure: true },
  );
  const failures = result.failed
    ? [`path ${result.counterexamplePath}: ${String(result.errorInstance)}`]
    : [];
  return {
    name: 'laptops at work agree in the end',
    seed,
    passed: !result.failed,
    counts: { runs: result.numRuns, 'steps a run': steps, ...Object.fromEntries(done) },
    failures,
  };
}

/** What went wrong, or undefined. */
function play(
  history: { readonly laptops: number; readonly seed: number },
  steps: readonly Step[],
): string | undefined {
  const random = seededRandom(history.seed);
  const world: World = {
    laptops: Array.from({ length: history.laptops }, (_, number) =>
      simulatedLaptop(`Laptop ${number}`, random),
    ),
    packets: [],
    backups: new Map(),
    upgraded: new Set(),
  };
  try {
    for (const step of steps) {
      const failure = carryOut(world, step, random);
      if (failure !== undefined) return failure;
    }
    return whatDiffersInTheEnd(world) ?? whatCannotBeSettled(world, random);
  } finally {
    for (const laptop of world.laptops) laptop.close();
  }
}

function handOverToAll({ laptops }: World, late: World['packets']): void {
  const all = [...laptops.map((laptop) => laptop.handOver()), ...late].flat();
  for (const laptop of laptops) laptop.takeIn(all);
}

function whatDiffersInTheEnd(world: World): string | undefined {
  const { laptops, packets } = world;
  handOverToAll(world, packets);
  // What was set aside and came back with the first round goes out with the second.
  handOverToAll(world, []);
  const [first, ...others] = laptops;
  if (first === undefined) return undefined;
  const outcome = outcomeOf(first.database());
  const records = recordsOf(first.database());
  if (others.some((laptop) => outcomeOf(laptop.database()).state !== outcome.state))
    return 'laptops differ in the end';
  if (others.some((laptop) => outcomeOf(laptop.database()).conflicts !== outcome.conflicts))
    return 'laptops differ in their conflicts';
  if (others.some((laptop) => whatIsKeptForNewer(laptop) !== whatIsKeptForNewer(first)))
    return 'laptops differ in what is kept for newer programs';
  if (foldedState(records) !== outcome.state) return 'the state is not what the records fold to';
  const known = new Set(records.map(({ id }) => id));
  if (packets.flat().some(({ id }) => !known.has(id))) return 'a change that had been handed over is gone';
  const lost = lostValues(records, outcome.live);
  if (lost.length > 0) return `${lost.length} values can't be found again`;
  const problems: string[] = [];
  checkProjections(first.database(), ({ what, where }) => problems.push(`${what}: ${where}`));
  return problems[0];
}

/** Once everybody has the newer program, also what only that one knows is settled, and stays so everywhere. */
function whatCannotBeSettled(world: World, random: ReturnType<typeof seededRandom>): string | undefined {
  return withNewerProgram(() => {
    const [first] = world.laptops;
    if (first === undefined) return undefined;
    // Settling that something is kept may bring texts back that are in conflict themselves.
    for (let round = 0; round < 5 && settleSome(first, random, Infinity) > 0;) round += 1;
    handOverToAll(world, []);
    const left = world.laptops.filter((laptop) => outcomeOf(laptop.database()).conflicts !== '').length;
    return left === 0 ? undefined : `${left} laptops have conflicts that can't be settled`;
  });
}
