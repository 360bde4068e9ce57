import { seededRandom, type SeededRandom } from '../seededRandom.ts';
import { doWork, settleSome } from './officersWork.ts';
import { simulatedLaptop, type PacketChanges, type SimulatedLaptop } from './simulatedLaptop.ts';

/** What an officer does in a sitting, more of some things than of others. */
const usual = ['answer', 'answer', 'grade', 'add', 'add', 'edit', 'link', 'attach', 'delete'] as const;

function workAWhile(laptop: SimulatedLaptop, random: SeededRandom, things: number): void {
  for (let thing = 0; thing < things; thing += 1) doWork(laptop, random, random.pick(usual));
}

/** Every packet that went from one laptop to another in three rounds of a partnership, in the order they were made. */
export function partnershipRounds(seed: number, officers: number): readonly PacketChanges[] {
  const random = seededRandom(seed);
  const facilitator = simulatedLaptop('Facilitator', random);
  workAWhile(facilitator, random, 12);
  const laptops = Array.from({ length: officers }, (_, number) =>
    simulatedLaptop(`Officer ${number}`, random),
  );
  const start = facilitator.handOver();
  const packets: PacketChanges[] = [start];
  for (const laptop of laptops) laptop.takeIn(start);
  for (const share of [1, 0.4, 0.4]) {
    const working = laptops.filter(() => random.chance(share));
    for (const laptop of working) {
      workAWhile(laptop, random, 3 + random.below(9));
      const packet = laptop.handOver(random.chance(0.5) ? { kind: 'since' } : { kind: 'everything' });
      packets.push(packet);
      // Some come late, some never in this round: they are among the packets all the same.
      if (random.chance(0.7)) facilitator.takeIn(packet);
    }
    settleSome(facilitator, random, 15);
    const back = facilitator.handOver();
    packets.push(back);
    for (const laptop of laptops) if (random.chance(0.6)) laptop.takeIn(back);
  }
  for (const laptop of [facilitator, ...laptops]) laptop.close();
  return packets;
}
