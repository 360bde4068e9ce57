import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { seededRandom } from '../seededRandom.ts';
import { PASSPHRASE, programLaptop, type Sitting } from './programLaptop.ts';
import { settleInASitting, workInASitting } from './workInASitting.ts';

/** Every so many packets one is encrypted: the program takes half a second to open such a one. */
const ENCRYPTED_EVERY = 50;

/** What share of the officers works in each round. */
const rounds = [1, 0.4, 0.4];

/**
 * A partnership's three rounds, each laptop with the whole program: officers work and hand over, the facilitator takes
 * in what has come, settles, and hands back. Some packets come late or not at all, some hand-backs are left lying.
 *
 * @returns the files of all packets in the order in which they were made, below `root`.
 */
export async function packetsOfThreeRounds(options: {
  readonly root: string;
  readonly officers: number;
  readonly seed: number;
  readonly onSitting?: (done: number) => void;
}): Promise<readonly string[]> {
  const { root, officers, seed, onSitting } = options;
  const random = seededRandom(seed);
  const [packetFolder, fileFolder] = ['packets', 'files'].map((name) => path.join(root, name));
  if (packetFolder === undefined || fileFolder === undefined) throw new Error('There are two folders');
  for (const folder of [packetFolder, fileFolder]) mkdirSync(folder, { recursive: true });
  const packets: string[] = [];
  let sittings = 0;

  async function handOver(sitting: Sitting, isSince: boolean): Promise<string> {
    const isSecret = packets.length % ENCRYPTED_EVERY === 1;
    const ending = isSecret ? '.cjpacket' : ' not encrypted.cjpacket';
    const file = path.join(packetFolder ?? '', `packet ${String(packets.length).padStart(3, '0')}${ending}`);
    const part = { kind: isSince ? ('since' as const) : ('everything' as const) };
    packets.push(await sitting.handOver(file, part, isSecret ? PASSPHRASE : undefined));
    sittings += 1;
    onSitting?.(sittings);
    return file;
  }

  const facilitator = programLaptop('Facilitator', path.join(root, 'facilitator'), random);
  const start = await facilitator.create(async (sitting) => {
    await workInASitting(sitting, 'Facilitator', random, 12, fileFolder);
    return handOver(sitting, false);
  });
  const laptops = Array.from({ length: officers }, (_, number) => {
    const name = `Officer ${number}`;
    return {
      laptop: programLaptop(name, path.join(root, `officer ${number}`), random),
      isNew: true,
      waiting: [start],
    };
  });
  for (const share of rounds) {
    const arrived: string[] = [];
    for (const officer of laptops.filter(() => random.chance(share))) {
      const { laptop, waiting } = officer;
      const atWork = async (sitting: Sitting): Promise<string> => {
        const handedBack = waiting.filter((file) => file !== start);
        if (handedBack.length > 0) await sitting.takeIn(handedBack);
        await workInASitting(sitting, laptop.name, random, 3 + random.below(6), fileFolder);
        return handOver(sitting, random.chance(0.5));
      };
      const packet = await (officer.isNew ? laptop.begin(start, atWork) : laptop.sit(atWork));
      officer.isNew = false;
      waiting.length = 0;
      if (random.chance(0.75)) arrived.push(packet);
    }
    const back = await facilitator.sit(async (sitting) => {
      if (arrived.length > 0) await sitting.takeIn(arrived);
      await settleInASitting(sitting, random, 15);
      await workInASitting(sitting, 'Facilitator', random, 4, fileFolder);
      return handOver(sitting, false);
    });
    for (const { waiting } of laptops) if (random.chance(0.6)) waiting.push(back);
  }
  return packets;
}
