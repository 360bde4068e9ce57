import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSampleWorkbook } from '../../store/sampleWorkbook.ts';
import { parseAcknowledgements } from '../acknowledgedSave.ts';
import type { PlantedFault } from '../plantedFault.ts';
import type { ProofReport } from '../proofReport.ts';
import { seededRandom } from '../seededRandom.ts';
import { whatIsWrong } from '../whatIsWrong.ts';
import { readDisk, writeDisk } from './diskImages.ts';
import { simulatedDisk } from './simulatedDisk.ts';
import { traceProgram } from './traceProgram.ts';
import type { TracedCall } from './tracedCall.ts';

const savingProgram = fileURLToPath(new URL('../savingProgram.ts', import.meta.url));

type Options = {
  /** How many crash images are looked at, about. */
  readonly images: number;
  readonly saves: number;
  readonly seed: number;
  readonly fault?: PlantedFault;
  /** For a negative control: one loss is enough. */
  readonly stopAtFailure?: boolean;
};

/**
 * Traces the system calls of the saving program (saves, attachments, checkpoints, the backup at closing), replays them on a disk
 * that forgets, and looks at what a power cut after any of them may leave. Needs strace.
 */
export async function cutThePower(options: Options): Promise<ProofReport> {
  const { images, saves, seed, fault = 'none', stopAtFailure = false } = options;
  const root = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'proof-power-'));
  try {
    const folder = path.join(root, 'workbook');
    makeSampleWorkbook(folder, 5);
    const before = readDisk(folder);
    const calls = await traceSaves(root, saves, seed, fault);
    const { looked, failures } = lookAtImages({ root, folder, before, calls, images, seed, stopAtFailure });
    const count = (kind: TracedCall['kind']): number => calls.filter((call) => call.kind === kind).length;
    return {
      name: `power cut${fault === 'none' ? '' : ` with ${fault}`}`,
      seed,
      passed: failures.length === 0,
      counts: {
        images: looked,
        saves,
        'system calls': calls.length,
        writes: count('write'),
        syncs: count('sync'),
        failures: failures.length,
      },
      failures,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function traceSaves(
  root: string,
  saves: number,
  seed: number,
  fault: PlantedFault,
): Promise<readonly TracedCall[]> {
  const [folder, dataFolder] = [path.join(root, 'workbook'), path.join(root, 'data')];
  mkdirSync(dataFolder);
  const child = JSON.stringify({ folder, dataFolder, seed, first: 0, saves });
  return traceProgram({ root, folder, program: [savingProgram, child], fault, checkpointPages: 40 });
}

type Replay = {
  readonly root: string;
  readonly folder: string;
  readonly before: ReadonlyMap<string, Buffer>;
  readonly calls: readonly TracedCall[];
  readonly images: number;
  readonly seed: number;
  readonly stopAtFailure: boolean;
};

function lookAtImages({ root, folder, before, calls, images, seed, stopAtFailure }: Replay) {
  const random = seededRandom(seed);
  const disk = simulatedDisk(before);
  const failures: string[] = [];
  let output = '';
  let looked = 0;
  for (const [index, call] of calls.entries()) {
    disk.apply(call);
    if (call.kind === 'output') output += call.text;
    const share = images / calls.length;
    const here = Math.floor(share) + (random.chance(share % 1) ? 1 : 0);
    for (let image = 0; image < here; image += 1) {
      looked += 1;
      const found = path.join(root, 'image');
      writeDisk(found, folder, disk.imageNow(random));
      const wrong = whatIsWrong(found, parseAcknowledgements(output));
      failures.push(...wrong.map((what) => `after call ${index} (${call.kind}): ${what}`));
      if (stopAtFailure && failures.length > 0) return { looked, failures };
    }
  }
  return { looked, failures };
}
