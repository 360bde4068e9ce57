import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { SeededRandom } from '../seededRandom.ts';
import { whatIsKeptForNewer, withNewerProgram, writeWhatIsNew } from './newerProgram.ts';
import { doWork, kindsOfWork, settleSome } from './officersWork.ts';
import { simulatedLaptop, type PacketChanges, type SimulatedLaptop } from './simulatedLaptop.ts';
import { outcomeOf } from './whatIsLive.ts';

/** Everything that may happen to a laptop. */
export const kindsOfStep = [
  ...kindsOfWork,
  'settle',
  'undo',
  'redo',
  'hand over',
  'hand over what is new',
  'consolidate',
  'consolidate several',
  'undo a consolidation',
  'consolidate and undo it',
  'back up',
  'restore a backup',
  'clone',
  'jump the clock',
  'upgrade',
] as const;

/** One thing that happens; the numbers choose the laptop, the packet and what else there is to choose. */
export type Step = {
  readonly kind: (typeof kindsOfStep)[number];
  readonly laptop: number;
  readonly other: number;
};

/** Laptops, all packets that were ever handed over, the last backup of each, and who has a newer program. */
export type World = {
  readonly laptops: SimulatedLaptop[];
  readonly packets: PacketChanges[];
  readonly backups: Map<SimulatedLaptop, Buffer>;
  readonly upgraded: Set<SimulatedLaptop>;
};

/** There are never more. */
export const MOST_LAPTOPS = 8;

/** Lets one thing happen and answers what went wrong, or undefined. */
export function carryOut(world: World, step: Step, random: SeededRandom): string | undefined {
  const laptop = world.laptops[step.laptop % world.laptops.length];
  if (laptop === undefined) return undefined;
  if (step.kind === 'upgrade') return upgrade(world, laptop, random);
  const act = (): string | undefined => carryOutOn(world, laptop, step, random);
  return world.upgraded.has(laptop) ? withNewerProgram(act) : act();
}

function carryOutOn(
  world: World,
  laptop: SimulatedLaptop,
  { kind, other }: Step,
  random: SeededRandom,
): string | undefined {
  const { laptops, packets, backups, upgraded } = world;
  const packet = packets[other % Math.max(1, packets.length)];
  switch (kind) {
    case 'settle':
      settleSome(laptop, random, 1 + (other % 3));
      return undefined;
    case 'undo':
      quietly(() => laptop.workbook().changes.undo());
      return undefined;
    case 'redo':
      quietly(() => laptop.workbook().changes.redo());
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
    case 'consolidate several':
      laptop.takeIn(packets.filter(() => random.chance(0.3)).flat());
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
    case 'clone': {
      if (laptops.length >= MOST_LAPTOPS) return undefined;
      const copy = simulatedLaptop(`${laptop.name} copied`, random, laptop.backup());
      laptops.push(copy);
      if (upgraded.has(laptop)) upgraded.add(copy);
      return undefined;
    }
    case 'jump the clock':
      laptop.jumpClock((other - 500) * 86_400_000);
      return undefined;
    case 'upgrade':
      return undefined;
    default:
      if (upgraded.has(laptop) && random.chance(0.3)) writeWhatIsNew(laptop, random);
      doWork(laptop, random, kind);
      return undefined;
  }
}

/** What had been kept for a newer program is there in it, and can be gone on from. */
function upgrade({ upgraded }: World, laptop: SimulatedLaptop, random: SeededRandom): string | undefined {
  const kept = whatIsKeptForNewer(laptop);
  upgraded.add(laptop);
  return withNewerProgram(() => {
    if (laptop.workbook().states.deferred() > 0) return 'something is still kept for a newer program';
    if (whatIsKeptForNewer(laptop) !== kept) return 'an upgrade changed what had been kept for it';
    writeWhatIsNew(laptop, random);
    return undefined;
  });
}

/** What somebody has gone on from can't be undone, which is told and changes nothing. */
function quietly(act: () => unknown): void {
  try {
    act();
  } catch (cause) {
    if (!(cause instanceof WorkbookError) || cause.code !== 'stale') throw cause;
  }
}

function consolidateAndUndo(laptop: SimulatedLaptop, packet: PacketChanges): string | undefined {
  const stateNow = (): string => outcomeOf(laptop.database()).state;
  const standing = (): number => laptop.workbook().consolidations.list().length;
  const [before, stoodBefore] = [stateNow(), standing()];
  laptop.takeIn(packet);
  const after = stateNow();
  if (standing() === stoodBefore)
    return after === before ? undefined : 'a packet that brought nothing new changed the state';
  laptop.undoLastConsolidation();
  if (stateNow() !== before) return 'undoing a consolidation did not bring the state back';
  laptop.takeIn(packet);
  return stateNow() === after
    ? undefined
    : 'taking a packet in again did not bring back what its undoing had set aside';
}
