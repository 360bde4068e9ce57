import fc from 'fast-check';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { sealRecord } from '../../../shared/domain/sealRecord.ts';
import { checkProjections } from '../../../electron/store/file/checkProjections.ts';
import { sha256OfText } from '../../../electron/store/file/sha256.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { ProofReport } from '../proofReport.ts';
import { seededRandom } from '../seededRandom.ts';
import { settleSome, workAWhile } from './partnershipRounds.ts';
import { simulatedLaptop, type PacketChanges, type SimulatedLaptop } from './simulatedLaptop.ts';
import { foldedState, lostRecords, outcomeOf, recordsOf } from './whatIsLive.ts';

const kinds = [
  'work',
  'work',
  'settle',
  'undo',
  'hand over',
  'hand over what is new',
  'consolidate',
  'consolidate',
  'undo a consolidation',
  'consolidate and undo it',
  'back up',
  'restore a backup',
  'clone',
  'jump the clock',
  'upgrade',
] as const;

/** One thing that happens; the numbers choose the laptop, the packet and what else there is to choose. */
type Step = { readonly kind: (typeof kinds)[number]; readonly laptop: number; readonly other: number };

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  laptop: fc.nat({ max: 7 }),
  other: fc.nat({ max: 1_000 }),
});

const historyArbitrary = fc.record({
  laptops: fc.integer({ min: 2, max: 8 }),
  seed: fc.nat(),
});

/**
 * Lets two to eight laptops work: add, edit, delete, settle, undo, hand over, consolidate, undo consolidations, restore
 * backups, be cloned, jump their clocks, be upgraded. In the end everybody hands over to everybody. Then all must hold one
 * state, which is what all records fold to, with nothing lost that was ever handed over.
 */
export function laptopsAtWork(options: {
  readonly seed: number;
  readonly runs: number;
  readonly steps: number;
}): ProofReport {
  const { seed, runs, steps } = options;
  const stepsArbitrary = fc.array(stepArbitrary, { minLength: steps, maxLength: steps });
  const done = new Map<string, number>();
  const result = fc.check(
    fc.property(historyArbitrary, stepsArbitrary, (history, list) => {
      const failure = play(history, list, done);
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

type World = {
  readonly laptops: SimulatedLaptop[];
  readonly packets: PacketChanges[];
  readonly backups: Map<SimulatedLaptop, Buffer>;
};

/** What went wrong, or undefined. */
function play(
  history: { readonly laptops: number; readonly seed: number },
  steps: readonly Step[],
  done: Map<string, number>,
): string | undefined {
  const random = seededRandom(history.seed);
  const world: World = {
    laptops: Array.from({ length: history.laptops }, (_, number) =>
      simulatedLaptop(`Laptop ${number}`, random),
    ),
    packets: [],
    backups: new Map(),
  };
  try {
    for (const step of steps) {
      const failure = carryOut(world, step, random, done);
      if (failure !== undefined) return failure;
    }
    return whatDiffersInTheEnd(world);
  } finally {
    for (const laptop of world.laptops) laptop.close();
  }
}

function carryOut(
  world: World,
  { kind, laptop: chosen, other }: Step,
  random: ReturnType<typeof seededRandom>,
  done: Map<string, number>,
): string | undefined {
  const { laptops, packets, backups } = world;
  const laptop = laptops[chosen % laptops.length];
  const packet = packets[other % Math.max(1, packets.length)];
  if (laptop === undefined) return undefined;
  done.set(kind, (done.get(kind) ?? 0) + 1);
  switch (kind) {
    case 'work':
      workAWhile(laptop, random, 1 + (other % 3));
      return undefined;
    case 'settle':
      settleSome(laptop, random, 1 + (other % 3));
      return undefined;
    case 'undo':
      undoQuietly(laptop);
      return undefined;
    case 'hand over':
      packets.push(laptop.handOver());
      return undefined;
    case 'hand over what is new':
      packets.push(laptop.handOver({ kind: 'since' }));
      return undefined;
    case 'consolidate':
      if (packet !== undefined) laptop.takeIn(packet);
      return undefined;
    case 'undo a consolidation':
      laptop.undoLastConsolidation();
      return undefined;
    case 'consolidate and undo it':
      return packet === undefined ? undefined : consolidateAndUndo(laptop, packet);
    case 'back up':
      backups.set(laptop, laptop.backup());
      return undefined;
    case 'restore a backup': {
      const backup = backups.get(laptop);
      if (backup !== undefined) laptop.restore(backup);
      return undefined;
    }
    case 'clone':
      if (laptops.length < 8) laptops.push(simulatedLaptop(`${laptop.name} copied`, random, laptop.backup()));
      return undefined;
    case 'jump the clock':
      laptop.jumpClock((other - 500) * 86_400_000);
      return undefined;
    case 'upgrade':
      laptop.write(newerRecord(laptop, random.next(), other));
      return undefined;
  }
}

/** What somebody has gone on from can't be undone, which is told and changes nothing. */
function undoQuietly(laptop: SimulatedLaptop): void {
  try {
    laptop.workbook().changes.undo();
  } catch (cause) {
    if (!(cause instanceof WorkbookError) || cause.code !== 'stale') throw cause;
  }
}

function consolidateAndUndo(laptop: SimulatedLaptop, packet: PacketChanges): string | undefined {
  const before = outcomeOf(laptop.database());
  const standing = laptop.workbook().consolidations.list().length;
  laptop.takeIn(packet);
  const after = outcomeOf(laptop.database());
  if (laptop.workbook().consolidations.list().length === standing) {
    return after.state === before.state ? undefined : 'a packet that brought nothing new changed the state';
  }
  laptop.undoLastConsolidation();
  if (outcomeOf(laptop.database()).state !== before.state)
    return 'undoing a consolidation did not bring the state back';
  laptop.takeIn(packet);
  return outcomeOf(laptop.database()).state === after.state
    ? undefined
    : 'taking a packet in again did not bring back what its undoing had set aside';
}

/** A kind of entry, and a field, that this version does not know. */
function newerRecord(laptop: SimulatedLaptop, salt: number, other: number): ChangeRecord {
  const workbook = laptop.workbook();
  return sealRecord(
    {
      id: sha256OfText(`${salt}`).slice(0, 32),
      workbook: workbook.id,
      entity: other % 2 === 0 ? 'risk' : 'answer',
      entityId: other % 2 === 0 ? `risk-${other % 5}` : `question-${other % 12}@partnership`,
      set: { likelihood: other },
      parents: {},
      author: laptop.name,
      voice: 'partnership',
      replica: workbook.replica,
      at: '2031-01-01T00:00:00.000Z',
      app: '2.0.0',
      schema: 2,
    },
    sha256OfText,
  );
}

function whatDiffersInTheEnd({ laptops, packets }: World): string | undefined {
  // Twice: what was set aside and comes back with the first round goes out with the second.
  for (const late of [packets, []]) {
    const all = [...laptops.map((laptop) => laptop.handOver()), ...late].flat();
    const once = [...new Map(all.map((record) => [record.id, record])).values()];
    for (const laptop of laptops) laptop.takeIn(once);
  }
  const [first, ...others] = laptops;
  if (first === undefined) return undefined;
  const outcome = outcomeOf(first.database());
  const records = recordsOf(first.database());
  if (others.some((laptop) => outcomeOf(laptop.database()).state !== outcome.state))
    return 'laptops differ in the end';
  if (others.some((laptop) => outcomeOf(laptop.database()).conflicts !== outcome.conflicts)) {
    return 'laptops differ in their conflicts';
  }
  if (foldedState(records) !== outcome.state) return 'the state is not what the records fold to';
  const known = new Set(records.map(({ id }) => id));
  if (packets.flat().some(({ id }) => !known.has(id))) return 'a change that had been handed over is gone';
  const lost = lostRecords(records, outcome.live);
  if (lost.length > 0) return `${lost.length} values can't be found again`;
  const problems: string[] = [];
  checkProjections(first.database(), ({ what, where }) => problems.push(`${what}: ${where}`));
  return problems[0];
}
