import { breakPacketsApart } from '../../packets/breakPacketsApart.ts';
import type { ProofReport } from '../proofReport.ts';
import { anyOrderOfRealPackets } from './anyOrderOfRealPackets.ts';
import { cutWhileConsolidating } from './cutWhileConsolidating.ts';
import { killWhileConsolidating } from './killWhileConsolidating.ts';
import { laptopsAtWork } from './laptopsAtWork.ts';

/** How `npm run proof` sizes, watches and turns round a proof. */
export type ProofTools = {
  readonly seed: number;
  readonly size: (name: string, usual: number) => number;
  readonly progress: (what: string, all: number) => (done: number) => void;
  readonly mustFail: (proof: Promise<ProofReport>) => Promise<ProofReport>;
};

/** The proofs of packets and consolidation, by the name that `npm run proof -- NAME` takes. */
export function consolidationProofs({ seed, size, progress, mustFail }: ProofTools) {
  return {
    /** PROOF_ORDERS orders of the packets of PROOF_LAPTOPS officers, and PROOF_PROGRAM_ORDERS by the whole program. */
    orders: async (): Promise<readonly ProofReport[]> => {
      const [officers, orders] = [size('PROOF_LAPTOPS', 50), size('PROOF_ORDERS', 1_000)];
      const programOrders = size('PROOF_PROGRAM_ORDERS', 50);
      const reports = await anyOrderOfRealPackets({
        seed,
        officers,
        orders,
        programOrders,
        onSitting: progress('sittings', 2 * officers),
        onOrder: progress('orders', orders),
        onProgramOrder: progress('orders by the program', programOrders),
      });
      return [
        reports.setUnion,
        reports.wholeProgram,
        await mustFail(Promise.resolve(reports.lastWriterWins)),
        await mustFail(Promise.resolve(reports.sequentialMerge)),
      ];
    },
    /** PROOF_RUNS runs of PROOF_STEPS steps. */
    laptops: (): Promise<readonly ProofReport[]> => {
      const [runs, steps] = [size('PROOF_RUNS', 2_000), size('PROOF_STEPS', 50)];
      return Promise.resolve([laptopsAtWork({ seed, runs, steps, onRun: progress('runs', runs) })]);
    },
    /** PROOF_CONSOLIDATION_KILLS kills and PROOF_CUTS power cuts during a consolidation of 5,000 changes. */
    consolidation: async (): Promise<readonly ProofReport[]> => {
      const kills = size('PROOF_CONSOLIDATION_KILLS', 300);
      const cuts = size('PROOF_CUTS', 300);
      const usual = { seed, changes: 5_000 };
      const torn = { seed, changes: 300, fault: 'no-transactions' } as const;
      const late = { seed, changes: 300, fault: 'synchronous-off' } as const;
      return [
        await killWhileConsolidating({ ...usual, kills, onKill: progress('kills', kills) }),
        // Of all the changes: a few hundred are written too quickly for many kills to fall in between.
        await mustFail(
          killWhileConsolidating({ ...usual, kills: 100, fault: 'no-transactions', stopAtFailure: true }),
        ),
        await cutWhileConsolidating({ ...usual, cuts, onCut: progress('power cuts', cuts) }),
        await mustFail(cutWhileConsolidating({ ...torn, cuts: 40 })),
        await mustFail(cutWhileConsolidating({ ...late, cuts: 100 })),
      ];
    },
    /** PROOF_PACKETS broken packets for the check, and as many for the whole program with a workbook open. */
    packets: async (): Promise<readonly ProofReport[]> => {
      const random = size('PROOF_PACKETS', 2_000);
      return [
        await breakPacketsApart(
          'broken packets are refused or read right',
          { random, seed, inProgram: false },
          progress('packets', random),
        ),
        await breakPacketsApart(
          'broken packets leave an open workbook as it was',
          { random, seed, inProgram: true },
          progress('packets for the program', random),
        ),
      ];
    },
  };
}
