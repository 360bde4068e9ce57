import type { SeededRandom } from '../seededRandom.ts';
import { emptyWorkbook, takeIn, type PacketChanges } from './simulatedLaptop.ts';
import { recordsOf } from './whatIsLive.ts';

/** The most packets that are taken in together. */
const MOST_AT_ONCE = 30;
/** How many laptops a change may go through on its way, at most. */
const LONGEST_WAY = 3;

/** Packets in a random order, a quarter of them twice, in the lots in which they are taken in together. */
export function inRandomLots<Packet>(
  packets: readonly Packet[],
  random: SeededRandom,
): readonly (readonly Packet[])[] {
  const waiting = shuffled([...packets, ...packets.filter(() => random.chance(0.25))], random);
  const lots: (readonly Packet[])[] = [];
  while (waiting.length > 0) lots.push(waiting.splice(0, 1 + random.below(MOST_AT_ONCE)));
  return lots;
}

/** The changes of packets that are taken in together, each once and in a random order. */
export function changesOf(lot: readonly PacketChanges[], random: SeededRandom): PacketChanges {
  return shuffled([...new Map(lot.flat().map((change) => [change.id, change])).values()], random);
}

/**
 * Packets as they arrive by way of other laptops: those take some of them in, hand on what they hold at random moments, a
 * part of it or everything, and may have it from others in their turn.
 */
export function throughOtherLaptops(
  packets: readonly PacketChanges[],
  random: SeededRandom,
  longestWay = LONGEST_WAY,
): readonly PacketChanges[] {
  const groups: PacketChanges[][] = Array.from({ length: 2 + random.below(5) }, () => []);
  for (const packet of packets) random.pick(groups).push(packet);
  const handedOn: PacketChanges[] = [];
  for (const group of groups) {
    const isFar = longestWay > 1 && group.length > 3 && random.chance(0.4);
    const arriving = isFar ? throughOtherLaptops(group, random, longestWay - 1) : group;
    const laptop = emptyWorkbook();
    for (const [number, lot] of inRandomLots(arriving, random).entries()) {
      takeIn(laptop, changesOf(lot, random), `lot ${number}`);
      if (random.chance(0.25)) handedOn.push(recordsOf(laptop).filter(() => random.chance(0.5)));
    }
    handedOn.push(recordsOf(laptop));
    laptop.close();
  }
  return handedOn;
}

/** The items in a random order. */
export function shuffled<Item>(items: readonly Item[], random: SeededRandom): Item[] {
  return items
    .map((item) => ({ item, place: random.next() }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ item }) => item);
}
