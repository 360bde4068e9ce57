import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { fieldsInConflict } from '../../../shared/domain/entityState.ts';
import { readPacket } from '../../../electron/packets/readPacket.ts';
import { unlockPacket } from '../../../electron/packets/unlockPacket.ts';
import { entriesInConflict } from '../../../electron/store/consolidation/entriesInConflict.ts';
import { readCanonicalState } from '../../../electron/store/consolidation/readCanonicalState.ts';
import type { ProofReport } from '../proofReport.ts';
import { lastWriterWins, sequentialMerge } from './mergings.ts';
import { oneStateFromAnyOrder } from './oneStateFromAnyOrder.ts';
import { packetsOfThreeRounds } from './packetsOfThreeRounds.ts';
import { PASSPHRASE } from './programLaptop.ts';
import { emptyWorkbook, takeIn, type PacketChanges } from './simulatedLaptop.ts';
import { takenInByTheProgram } from './takenInByTheProgram.ts';

type Options = {
  readonly seed: number;
  readonly officers: number;
  /** How many orders the store takes in. */
  readonly orders: number;
  /** How many more the whole program takes in, from the files. */
  readonly programOrders: number;
  readonly onSitting?: (done: number) => void;
  readonly onOrder?: (done: number) => void;
  readonly onProgramOrder?: (done: number) => void;
};

/** What came of each way of merging the packets of one partnership. */
export type OrderReports = {
  readonly setUnion: ProofReport;
  readonly wholeProgram: ProofReport;
  /** These have to fail. */
  readonly lastWriterWins: ProofReport;
  readonly sequentialMerge: ProofReport;
};

/** Lets a partnership work through three rounds with the program, and takes its packets in in many orders. */
export async function anyOrderOfRealPackets(options: Options): Promise<OrderReports> {
  const { seed, officers, orders, onOrder = () => {} } = options;
  const root = mkdtempSync(path.join(tmpdir(), 'proof-orders-'));
  try {
    const files = await packetsOfThreeRounds({ ...options, root });
    const packets: PacketChanges[] = [];
    const beginnings = new Set<string>();
    for (const file of files) {
      const { changes, isBeginning } = await readWhole(file, path.join(root, 'unlocked'));
      packets.push(changes);
      if (isBeginning) beginnings.add(file);
    }
    const given = { packets, laptops: officers + 1, seed };
    const few = Math.min(orders, 30);
    return {
      setUnion: oneStateFromAnyOrder({ ...given, orders, onOrder }),
      wholeProgram: await byTheProgram({ files, beginnings, packets }, root, options),
      lastWriterWins: oneStateFromAnyOrder({ ...given, orders: few, merging: lastWriterWins }),
      sequentialMerge: oneStateFromAnyOrder({ ...given, orders: few, merging: sequentialMerge }),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A packet's changes, and whether a workbook can begin with it. */
async function readWhole(
  file: string,
  copy: string,
): Promise<{ readonly changes: PacketChanges; readonly isBeginning: boolean }> {
  const unlocked = await unlockPacket(file, [PASSPHRASE], copy);
  const changes: ChangeRecord[] = [];
  const { part } = await readPacket(unlocked.file, {
    onManifest: () => {},
    onChange: (change) => changes.push(change),
    attachmentTarget: () => null,
  });
  rmSync(copy, { force: true });
  return { changes, isBeginning: part.kind !== 'since' || part.basis === null };
}

async function byTheProgram(
  {
    files,
    beginnings,
    packets,
  }: {
    readonly files: readonly string[];
    readonly beginnings: ReadonlySet<string>;
    readonly packets: readonly PacketChanges[];
  },
  root: string,
  { seed, programOrders, onProgramOrder }: Options,
): Promise<ProofReport> {
  const expected = inTheStore(packets);
  const failures: string[] = [];
  for (let order = 1; order <= programOrders; order += 1) {
    const orderSeed = seed + order;
    const found = await takenInByTheProgram(files, beginnings, path.join(root, 'orders'), orderSeed);
    const isSame = found.state === expected.state && found.conflicts === expected.conflicts;
    if (!isSame) failures.push(`order ${orderSeed} gives another state or other conflicts`);
    failures.push(...found.problems.map((problem) => `order ${orderSeed}: ${problem}`));
    onProgramOrder?.(order);
  }
  return {
    name: 'any order gives the whole program one state',
    seed,
    passed: failures.length === 0,
    counts: { packets: files.length, orders: programOrders },
    failures,
  };
}

/** What the store makes of all packets, said as the program says it. */
function inTheStore(packets: readonly PacketChanges[]): {
  readonly state: string;
  readonly conflicts: string;
} {
  const database = emptyWorkbook();
  takeIn(database, packets.flat(), 'all');
  const conflicts = [...entriesInConflict(database)].flatMap(({ entity, entityId, state }) =>
    fieldsInConflict(state).map((field) => `${entity} ${entityId} ${field}`),
  );
  const { sha256 } = readCanonicalState(database);
  database.close();
  return { state: sha256, conflicts: conflicts.toSorted().join('\n') };
}
