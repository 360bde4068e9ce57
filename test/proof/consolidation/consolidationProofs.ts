import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { breakPackets } from '../../packets/breakPackets.ts';
import type { ProofReport } from '../proofReport.ts';
import { killWhileConsolidating } from './killWhileConsolidating.ts';
import { laptopsAtWork } from './laptopsAtWork.ts';
import { lastWriterWins, oneStateFromAnyOrder, sequentialMerge } from './oneStateFromAnyOrder.ts';

/** How `npm run proof` sizes, watches and turns round a proof. */
export type ProofTools = {
  readonly seed: number;
  readonly size: (name: string, usual: number) => number;
  readonly progress: (what: string, all: number) => (done: number) => void;
  readonly mustFail: (proof: Promise<ProofReport>) => Promise<ProofReport>;
};

/** The most memory that reading broken packets may take, in bytes. */
const MEMORY = 512 * 1024 ** 2;

/** The proofs of packets and consolidation, by the name that `npm run proof -- NAME` takes. */
export function consolidationProofs({ seed, size, progress, mustFail }: ProofTools) {
  return {
    /** PROOF_ORDERS orders of the packets of PROOF_LAPTOPS laptops. */
    orders: async (): Promise<readonly ProofReport[]> => {
      const orders = size('PROOF_ORDERS', 1_000);
      const officers = size('PROOF_LAPTOPS', 50);
      const onOrder = progress('orders', orders);
      const small = { seed, officers: 20, orders: 30 };
      return [
        oneStateFromAnyOrder({ seed, officers, orders, onOrder }),
        await mustFail(Promise.resolve(oneStateFromAnyOrder({ ...small, merging: lastWriterWins }))),
        await mustFail(Promise.resolve(oneStateFromAnyOrder({ ...small, merging: sequentialMerge }))),
      ];
    },
    /** PROOF_RUNS runs of PROOF_STEPS steps. */
    laptops: () =>
      Promise.resolve([
        laptopsAtWork({ seed, runs: size('PROOF_RUNS', 2_000), steps: size('PROOF_STEPS', 50) }),
      ]),
    /** PROOF_CONSOLIDATION_KILLS kills during a consolidation of 5,000 changes. */
    consolidation: async (): Promise<readonly ProofReport[]> => {
      const kills = size('PROOF_CONSOLIDATION_KILLS', 300);
      return [
        await killWhileConsolidating({ kills, seed, changes: 5_000, onKill: progress('kills', kills) }),
      ];
    },
    /** PROOF_PACKETS broken packets. */
    packets: async (): Promise<readonly ProofReport[]> => [
      await brokenPackets(size('PROOF_PACKETS', 2_000), seed),
    ],
  };
}

async function brokenPackets(random: number, seed: number): Promise<ProofReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'proof-packets-'));
  try {
    const report = await breakPackets(folder, random, seed);
    const { maxRSS } = process.resourceUsage();
    const megabytes = Math.round(maxRSS / 1024);
    const failures = [...report.wrong];
    if (report.slowestMilliseconds > 10_000)
      failures.push(`one took ${Math.round(report.slowestMilliseconds)} ms`);
    if (maxRSS * 1024 > MEMORY) failures.push(`it took ${megabytes} MB`);
    return {
      name: 'broken packets are refused or read right',
      seed,
      passed: failures.length === 0,
      counts: {
        packets: report.tried,
        refused: report.refused,
        'read right': report.readRight,
        'slowest, ms': Math.round(report.slowestMilliseconds),
        'most memory, MB': megabytes,
      },
      failures,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
