import type { ChangeRecord, FieldValue } from '../../../shared/domain/changeRecord.ts';
import type { ProofReport } from '../proofReport.ts';
import { seededRandom, type SeededRandom } from '../seededRandom.ts';
import { partnershipRounds } from './partnershipRounds.ts';
import { emptyWorkbook, takeIn, type PacketChanges } from './simulatedLaptop.ts';
import { foldedState, lostRecords, outcomeOf, recordsOf, type Outcome } from './whatIsLive.ts';

/** A way of merging packets that come one after another. */
export type Merging = {
  readonly name: string;
  readonly merge: (packets: readonly PacketChanges[]) => Outcome;
};

/** The program's own. */
export const setUnion: Merging = {
  name: 'any order gives one state',
  merge(packets) {
    const database = emptyWorkbook();
    packets.forEach((packet, number) => takeIn(database, packet, `packet ${number}`));
    const outcome = outcomeOf(database);
    database.close();
    return outcome;
  },
};

/** What must be seen to fail: of two values the later one, by the clocks, stays, and the other one vanishes. */
export const lastWriterWins: Merging = {
  name: 'the last writer wins',
  merge(packets) {
    const winners = new Map<string, ChangeRecord>();
    for (const record of packets.flat()) {
      for (const field of Object.keys(record.set)) {
        const key = `${record.entity} ${record.entityId} ${field}`;
        const known = winners.get(key);
        if (known === undefined || `${known.at}${known.id}` < `${record.at}${record.id}`)
          winners.set(key, record);
      }
    }
    const keys = [...winners.keys()].toSorted();
    const state = keys.map((key) => `${key} ${winners.get(key)?.id}`).join('\n');
    return { state, conflicts: '', live: new Set([...winners.values()].map(({ id }) => id)) };
  },
};

/** What must be seen to fail: each packet is merged into what came of those before, three ways. */
export const sequentialMerge: Merging = {
  name: 'one merge after another',
  merge(packets) {
    const values = new Map<string, { value: FieldValue; record: string }>();
    for (const record of packets.flat()) {
      for (const [field, value] of Object.entries(record.set)) {
        const key = `${record.entity} ${record.entityId} ${field}`;
        const ours = values.get(key);
        const isUnchanged = ours === undefined || (record.parents[field] ?? []).includes(ours.record);
        if (isUnchanged) values.set(key, { value, record: record.id });
      }
    }
    const keys = [...values.keys()].toSorted();
    const state = keys.map((key) => `${key} ${JSON.stringify(values.get(key)?.value)}`).join('\n');
    return { state, conflicts: '', live: new Set([...values.values()].map(({ record }) => record)) };
  },
};

/**
 * Takes the packets of a partnership's three rounds in, in random orders and trees with repeats, and compares. Every value
 * that anybody typed must be live, or go before a live one.
 */
export function oneStateFromAnyOrder(options: {
  readonly seed: number;
  readonly officers: number;
  readonly orders: number;
  readonly merging?: Merging;
  readonly onOrder?: (done: number) => void;
}): ProofReport {
  const { seed, officers, orders, merging = setUnion, onOrder } = options;
  const random = seededRandom(seed);
  const packets = partnershipRounds(seed, officers);
  const records = [...new Map(packets.flat().map((record) => [record.id, record])).values()];
  const first = merging.merge(packets);
  const states = new Set([first.state]);
  const conflicts = new Set([first.conflicts]);
  const failures: string[] = [];
  const lost = lostRecords(records, first.live);
  if (lost.length > 0) failures.push(`${lost.length} of ${records.length} values can't be found again`);
  if (merging === setUnion && foldedState(records) !== first.state)
    failures.push('the state is not what the records fold to');
  for (let order = 1; order <= orders; order += 1) {
    const arriving = order % 3 === 0 ? asTree(packets, random) : inRandomOrder(packets, random);
    const outcome = merging.merge(arriving);
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
      laptops: officers + 1,
      packets: packets.length,
      changes: records.length,
      conflicts: first.conflicts === '' ? 0 : first.conflicts.split('\n').length,
      orders,
      states: states.size,
    },
    failures,
  };
}

function inRandomOrder(packets: readonly PacketChanges[], random: SeededRandom): readonly PacketChanges[] {
  const repeated = packets.filter(() => random.chance(0.25));
  return [...packets, ...repeated]
    .map((packet) => ({ packet, place: random.next() }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ packet }) => packet);
}

/** Packets are taken together on other laptops first, and what these hold is handed on as packets of their own. */
function asTree(packets: readonly PacketChanges[], random: SeededRandom): readonly PacketChanges[] {
  const branches = 2 + random.below(5);
  const groups: PacketChanges[][] = Array.from({ length: branches }, () => []);
  for (const packet of inRandomOrder(packets, random)) groups[random.below(branches)]?.push(packet);
  const handedOn = groups.map((group) => {
    const database = emptyWorkbook();
    group.forEach((packet, number) => takeIn(database, packet, `branch ${number}`));
    const held = recordsOf(database);
    database.close();
    return held;
  });
  return inRandomOrder(handedOn, random);
}
