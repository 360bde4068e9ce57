import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { seededRandom, type SeededRandom } from '../seededRandom.ts';
import { inRandomLots, shuffled } from './arrivals.ts';
import { programLaptop, type Sitting } from './programLaptop.ts';

/** What a workbook says of itself after packets have been taken in. */
export type ProgramOutcome = {
  /** The fingerprint of all that is live. */
  readonly state: string;
  readonly conflicts: string;
  /** What the verification found. */
  readonly problems: readonly string[];
};

/**
 * Takes packets in with the whole program, in a random order and in random lots; every third time some of them come by
 * way of other laptops. The workbook itself begins with a packet: the first of `beginnings`, as one that holds only what was
 * new since another is no workbook by itself. `seed` decides everything.
 */
export async function takenInByTheProgram(
  packets: readonly string[],
  beginnings: ReadonlySet<string>,
  root: string,
  seed: number,
): Promise<ProgramOutcome> {
  const random = seededRandom(seed);
  mkdirSync(root, { recursive: true });
  const folder = mkdtempSync(path.join(root, 'order-'));
  try {
    const isByAnother = seed % 3 === 0;
    const arriving = isByAnother
      ? await throughAnotherProgram(packets, beginnings, folder, random)
      : { packets, beginnings };
    return await inSittings(arriving, path.join(folder, 'last'), random, outcomeIn);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Arriving = { readonly packets: readonly string[]; readonly beginnings: ReadonlySet<string> };

async function inSittings<Result>(
  { packets, beginnings }: Arriving,
  home: string,
  random: SeededRandom,
  atTheEnd: (sitting: Sitting) => Promise<Result>,
): Promise<Result> {
  const order = shuffled(packets, random);
  const first = order.find((packet) => beginnings.has(packet));
  if (first === undefined) throw new Error('There are packets to begin with');
  const laptop = programLaptop('Somebody', home, random);
  return laptop.begin(first, async (sitting) => {
    for (const lot of inRandomLots(order, random)) await sitting.takeIn([...new Set(lot)]);
    return atTheEnd(sitting);
  });
}

async function throughAnotherProgram(
  packets: readonly string[],
  beginnings: ReadonlySet<string>,
  folder: string,
  random: SeededRandom,
): Promise<Arriving> {
  const far = packets.filter(() => random.chance(0.5));
  if (!far.some((packet) => beginnings.has(packet))) return { packets, beginnings };
  const handedOn = path.join(folder, 'handed on not encrypted.cjpacket');
  await inSittings({ packets: far, beginnings }, path.join(folder, 'other'), random, (sitting) =>
    sitting.handOver(handedOn),
  );
  return {
    packets: [...packets.filter((packet) => !far.includes(packet)), handedOn],
    beginnings: new Set([...beginnings, handedOn]),
  };
}

async function outcomeIn({ ask, finish }: Sitting): Promise<ProgramOutcome> {
  const { sha256 } = await ask('read-state', {});
  const { conflicts } = await ask('list-conflicts', { limit: 1_000 });
  const { notes } = await finish((await ask('start-verification', {})).job);
  return {
    state: sha256,
    conflicts: conflicts
      .map(({ entity, entityId, field }) => `${entity} ${entityId} ${field}`)
      .toSorted()
      .join('\n'),
    problems: notes,
  };
}
