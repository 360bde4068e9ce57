import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeSampleWorkbook } from '../../store/sampleWorkbook.ts';
import { parseAcknowledgements } from '../acknowledgedSave.ts';
import type { PlantedFault } from '../plantedFault.ts';
import type { ProofReport } from '../proofReport.ts';
import { seededRandom } from '../seededRandom.ts';
import { whatIsWrong } from '../whatIsWrong.ts';
import { parseTrace } from './parseTrace.ts';
import { simulatedDisk } from './simulatedDisk.ts';
import { tracedNames, type TracedCall } from './tracedCall.ts';

const savingProgram = fileURLToPath(new URL('../savingProgram.ts', import.meta.url));
const run = promisify(execFile);

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
    const before = readFiles(folder);
    const calls = await trace(root, saves, seed, fault);
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

async function trace(
  root: string,
  saves: number,
  seed: number,
  fault: PlantedFault,
): Promise<readonly TracedCall[]> {
  const dataFolder = path.join(root, 'data');
  mkdirSync(dataFolder);
  const output = path.join(root, 'trace');
  const folder = path.join(root, 'workbook');
  const child = JSON.stringify({ folder, dataFolder, seed, first: 0, saves });
  const strace = ['-f', '-y', '-xx', '-s', '2000000', '-e', `trace=${tracedNames.join(',')}`, '-o', output];
  await run('strace', [...strace, process.execPath, savingProgram, child], {
    env: { ...process.env, PROOF_FAULT: fault, PROOF_CHECKPOINT_PAGES: '40' },
  });
  return parseTrace(readFileSync(output, 'latin1'), folder);
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
      writeFiles(found, folder, disk.imageNow(random));
      const wrong = whatIsWrong(found, parseAcknowledgements(output));
      failures.push(...wrong.map((what) => `after call ${index} (${call.kind}): ${what}`));
      if (stopAtFailure && failures.length > 0) return { looked, failures };
    }
  }
  return { looked, failures };
}

function readFiles(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => [file, readFileSync(file)]),
  );
}

function writeFiles(target: string, folder: string, files: ReadonlyMap<string, Buffer>): void {
  rmSync(target, { recursive: true, force: true });
  for (const part of ['attachments', 'backups', 'work'])
    mkdirSync(path.join(target, part), { recursive: true });
  for (const [name, bytes] of files) {
    const file = path.join(target, path.relative(folder, name));
    // What lies in `work` is let go at every opening, and may lie in folders of its own.
    if (!file.startsWith(path.join(target, 'work') + path.sep)) writeFileSync(file, bytes);
  }
}
