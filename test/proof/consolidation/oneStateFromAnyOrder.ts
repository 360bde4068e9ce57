import type { ProofReport } from '../proofReport.ts';
import { seededRandom, type SeededRandom } from '../seededRandom.ts';
import { changesOf, inRandomLots, throughOtherLaptops } from './arrivals.ts';
import { setUnion, type Merging } from './mergings.ts';
import type { PacketChanges } from './simulatedLaptop.ts';
import { foldedState, lostValues } from './whatIsLive.ts';

/**
 * Takes packets in, in random orders, lots and trees, with repeats, and compares. Every value that anybody typed must be
 * live, or go before a live one.
 *
 * @param packets in the order in which they were made; `laptops` made them.
 */
export function oneStateFromAnyOrder(options: {
  readonly packets: readonly PacketChanges[];
  readonly laptops: number;
  readonly seed: number;
  readonly orders: number;
  readonly merging?: Merging;
  readonly onOrder?: (done: number) => void;
}): ProofReport {
  const { packets, laptops, seed, orders, merging = setUnion, onOrder } = options;
  const random = seededRandom(seed);
  const changes = [...new Map(packets.flat().map((change) => [change.id, change])).values()];
  const first = merging.merge(packets);
  const states = new Set([first.state]);
  const conflicts = new Set([first.conflicts]);
  const failures: string[] = [];
  const lost = lostValues(changes, first.live);
  const values = changes.reduce((sum, { set }) => sum + Object.keys(set).length, 0);
  if (lost.length > 0) failures.push(`${lost.length} of ${values} values can't be found again`);
  if (merging === setUnion && foldedState(changes) !== first.state)
    failures.push('the state is not what the changes fold to');
  for (let order = 1; order <= orders; order += 1) {
    const outcome = merging.merge(inRandomArrivals(packets, order, random));
    states.add(outcome.state);
    conflicts.add(outcome.conflicts);
    onOrder?.(order);
  }
  if (states.size > 1) failures.push(`${states.size} states came of ${orders} orders`);
  if (conflicts.size > 1) failures.push(`${conflicts.size} lists of conflicts came of ${orders} orders`);
  return {
    name: merging.name,
    seed,
    passed: failures.length === 0,
    counts: {
      laptops,
      packets: packets.length,
      changes: changes.length,
      values,
      conflicts: first.conflicts === '' ? 0 : first.conflicts.split('\n').length,
      orders,
      states: states.size,
      'lists of conflicts': conflicts.size,
      'values lost': lost.length,
    },
    failures,
  };
}

/** Every third time by way of other laptops. */
function inRandomArrivals(
  packets: readonly PacketChanges[],
  order: number,
  random: SeededRandom,
): readonly PacketChanges[] {
  const arriving = order % 3 === 0 ? throughOtherLaptops(packets, random) : packets;
  return inRandomLots(arriving, random).map((lot) => changesOf(lot, random));
}
