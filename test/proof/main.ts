import { consolidationProofs } from './consolidation/consolidationProofs.ts';
import { cutThePower } from './powerCut/cutThePower.ts';
import { damageWorkbooks } from './damage/damageWorkbooks.ts';
import { killWhileSaving } from './kills/killWhileSaving.ts';
import { breakReturnWorkbooks } from './returnWorkbook/breakReturnWorkbooks.ts';
import { reportLines, type ProofReport } from './proofReport.ts';

/**
 * `npm run proof [-- kills|power|damage|orders|laptops|consolidation|packets|workbooks]`. PROOF_SEED repeats a run; other
 * seeds try other things, so that a proof can be run in parts. How much is tried: PROOF_KILLS, PROOF_IMAGES and PROOF_SAVES,
 * PROOF_DAMAGES, PROOF_WORKBOOKS; for consolidation see consolidationProofs.ts. Exit status 1 when a proof fails, or a
 * planted fault is not seen.
 */
const seed = Number(process.env['PROOF_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const size = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const say = (text: string): boolean => process.stdout.write(text);

function progress(what: string, all: number): (done: number) => void {
  const every = Math.max(1, Math.floor(all / 10));
  return (done) => void (done % every === 0 && process.stderr.write(`${what}: ${done} of ${all}\n`));
}

/** Runs a proof with a fault planted in it, which it must see. */
async function mustFail(proof: Promise<ProofReport>): Promise<ProofReport> {
  const { failures, ...report } = await proof;
  const seen = failures.length > 0;
  return {
    ...report,
    name: `${report.name}: the loss is seen`,
    passed: seen,
    failures: seen ? [] : ['a planted fault was not seen'],
  };
}

const proofs: Readonly<Record<string, () => Promise<readonly ProofReport[]>>> = {
  kills: async () => {
    const kills = size('PROOF_KILLS', 1_000);
    return [
      await killWhileSaving({ kills, seed, onKill: progress('kills', kills) }),
      await mustFail(killWhileSaving({ kills: 100, seed, fault: 'acknowledge-early', stopAtFailure: true })),
    ];
  },
  power: async () => {
    const [images, saves] = [size('PROOF_IMAGES', 5_000), size('PROOF_SAVES', 60)];
    const reports = [await cutThePower({ images, saves, seed })];
    for (const fault of [
      'synchronous-off',
      'synchronous-normal',
      'acknowledge-early',
      'no-file-sync',
    ] as const) {
      reports.push(await mustFail(cutThePower({ images: 2_000, saves, seed, fault, stopAtFailure: true })));
    }
    return reports;
  },
  damage: async () => {
    const damages = size('PROOF_DAMAGES', 3_500);
    return [await damageWorkbooks({ damages, seed, onDamage: progress('damages', damages) })];
  },
  workbooks: async () => {
    const files = size('PROOF_WORKBOOKS', 2_000);
    return [await breakReturnWorkbooks({ files, seed, onFile: progress('broken workbooks', files) })];
  },
  ...consolidationProofs({ seed, size, progress, mustFail }),
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(proofs, name));
if (unknown !== undefined) {
  process.stderr.write(
    `There is no proof called ${unknown}. There are: ${Object.keys(proofs).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  say(`Seed ${seed}. PROOF_SEED=${seed} repeats this run.\n`);
  for (const [name, prove] of Object.entries(proofs)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const report of await prove()) {
      say(reportLines(report));
      if (!report.passed) process.exitCode = 1;
    }
  }
}
