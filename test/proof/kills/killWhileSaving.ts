import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSampleWorkbook } from '../../store/sampleWorkbook.ts';
import { parseAcknowledgements, type AcknowledgedSave } from '../acknowledgedSave.ts';
import type { PlantedFault } from '../plantedFault.ts';
import type { ProofReport } from '../proofReport.ts';
import { seededRandom, type SeededRandom } from '../seededRandom.ts';
import { whatIsWrong } from '../whatIsWrong.ts';

const savingProgram = fileURLToPath(new URL('../savingProgram.ts', import.meta.url));

/** Kills that one workbook goes through before a new one is made: damage would add up, and it must stay quick to read. */
const KILLS_A_WORKBOOK = 20;
const AT_ONCE = 2;

type Options = {
  readonly kills: number;
  readonly seed: number;
  readonly fault?: PlantedFault;
  /** For a negative control: one loss is enough. */
  readonly stopAtFailure?: boolean;
  readonly onKill?: (done: number) => void;
};

type Tally = { kills: number; afterSaves: number; acknowledged: number; failures: string[] };

/**
 * Kills the saving program at random moments (starting, saving, attaching, checking, backing up, closing), opens what is left, and
 * looks for every save that was acknowledged, for each fingerprint, and for projections that differ from the log.
 */
export async function killWhileSaving(options: Options): Promise<ProofReport> {
  const { kills, seed, fault = 'none', stopAtFailure = false, onKill } = options;
  const tally: Tally = { kills: 0, afterSaves: 0, acknowledged: 0, failures: [] };
  const random = seededRandom(seed);
  const isDone = (): boolean => tally.kills >= kills || (stopAtFailure && tally.failures.length > 0);
  const lane = async (): Promise<void> => {
    while (!isDone()) await oneWorkbook(tally, isDone, random, fault, onKill);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return {
    name: 'killed while saving',
    seed,
    passed: tally.failures.length === 0,
    counts: {
      kills: tally.kills,
      'kills after saves': tally.afterSaves,
      'acknowledged saves': tally.acknowledged,
      failures: tally.failures.length,
    },
    failures: tally.failures,
  };
}

async function oneWorkbook(
  tally: Tally,
  isDone: () => boolean,
  random: SeededRandom,
  fault: PlantedFault,
  onKill: Options['onKill'],
): Promise<void> {
  const root = mkdtempSync(path.join(tmpdir(), 'proof-kills-'));
  try {
    const folder = path.join(root, 'workbook');
    makeSampleWorkbook(folder, 5);
    const acknowledged: AcknowledgedSave[] = [];
    for (let kill = 0; kill < KILLS_A_WORKBOOK && !isDone(); kill += 1) {
      tally.kills += 1;
      const runSeed = random.below(2 ** 31);
      const run = await runAndKill(root, runSeed, kill * 100_000, fault);
      if (run.problem !== undefined) tally.failures.push(`run ${runSeed}: ${run.problem}`);
      const added = run.acknowledged;
      acknowledged.push(...added);
      if (added.length > 0) tally.afterSaves += 1;
      tally.acknowledged += added.length;
      tally.failures.push(
        ...whatIsWrong(folder, acknowledged).map((what) => `run ${runSeed}, kill ${kill}: ${what}`),
      );
      onKill?.(tally.kills);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** How long after its moment has come the program is killed, in milliseconds; undefined: before it is ready. */
function momentOfKill(random: SeededRandom): number | undefined {
  if (random.chance(0.08)) return undefined;
  // Long enough for the check and the backup that follow an opening.
  if (random.chance(0.02)) return 1_000 + random.below(5_000);
  return random.below(120);
}

type Run = { readonly acknowledged: readonly AcknowledgedSave[]; readonly problem: string | undefined };

async function runAndKill(root: string, seed: number, first: number, fault: PlantedFault): Promise<Run> {
  const random = seededRandom(seed);
  const dataFolder = path.join(root, 'data');
  mkdirSync(dataFolder, { recursive: true });
  // Some runs come to closing, which backs up and checkpoints.
  const saves = random.chance(0.2) ? 1 + random.below(6) : 1_000_000;
  const options = JSON.stringify({ folder: path.join(root, 'workbook'), dataFolder, seed, first, saves });
  const child = spawn(process.execPath, [savingProgram, options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PROOF_FAULT: fault,
      NODE_COMPILE_CACHE: path.join(tmpdir(), 'proof-compile-cache'),
    },
  });
  const moment = momentOfKill(random);
  // A slow computer may have saved nothing so soon after it was ready.
  const isReadyEnough = random.chance(0.5)
    ? (said: string): boolean => said.includes('{')
    : (said: string): boolean => said !== '';
  const kill = (delay: number): void => void setTimeout(() => child.kill('SIGKILL'), delay);
  let output = '';
  if (moment === undefined) kill(random.below(500));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const wasReadyEnough = isReadyEnough(output);
    output += text;
    if (moment !== undefined && !wasReadyEnough && isReadyEnough(output)) kill(moment);
  });
  const problem = await new Promise<string | undefined>((resolve) =>
    child.once('close', (status, signal) => {
      const asMeant = signal === 'SIGKILL' || status === 0;
      resolve(asMeant ? undefined : `the saving program ended by itself with ${signal ?? status}`);
    }),
  );
  return { acknowledged: parseAcknowledgements(output), problem };
}
