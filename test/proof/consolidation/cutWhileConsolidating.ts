import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlantedFault } from '../plantedFault.ts';
import { readDisk, writeDisk } from '../powerCut/diskImages.ts';
import { simulatedDisk } from '../powerCut/simulatedDisk.ts';
import { traceProgram } from '../powerCut/traceProgram.ts';
import type { TracedCall } from '../powerCut/tracedCall.ts';
import type { ProofReport } from '../proofReport.ts';
import { seededRandom, type SeededRandom } from '../seededRandom.ts';
import { contentOf, isSame, setScene } from './consolidationScene.ts';

const consolidatingProgram = fileURLToPath(new URL('consolidatingProgram.ts', import.meta.url));

/** The share of the cuts that fall into the check of the packet, before anything is taken in. */
const EARLY = 0.1;

/**
 * Traces the system calls of the program while it takes a packet in, replays them on a disk that forgets, and looks at what
 * a power cut after any of them may leave: the workbook before or the one after, whole, and the one after once the program
 * has said that it is done. Needs strace.
 */
export async function cutWhileConsolidating(options: {
  readonly cuts: number;
  readonly seed: number;
  readonly changes: number;
  readonly fault?: PlantedFault;
  readonly onCut?: (done: number) => void;
}): Promise<ProofReport> {
  const { cuts, seed, changes, fault = 'none', onCut } = options;
  const root = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'proof-cuts-'));
  try {
    const { workbook: folder, packet } = await setScene(root, changes);
    const before = contentAt(folder);
    const disk = simulatedDisk(readDisk(folder));
    const dataFolder = path.join(root, 'data');
    mkdirSync(dataFolder);
    const child = JSON.stringify({ folder, dataFolder, packet });
    const calls = await traceProgram({ root, folder, program: [consolidatingProgram, child], fault });
    const after = contentAt(folder);
    if (isSame(before, after)) throw new Error('The packet was not taken in');
    const random = seededRandom(seed);
    const moments = momentsOf(calls, cuts, random);
    const counts = { before: 0, after: 0 };
    const failures: string[] = [];
    const said = { checked: false, done: false };
    let looked = 0;
    for (const [index, call] of calls.entries()) {
      disk.apply(call);
      if (call.kind === 'output') {
        said.checked ||= call.text.includes('checked');
        said.done ||= call.text.includes('done');
      }
      for (let cut = moments.get(index) ?? 0; cut > 0; cut -= 1) {
        const image = path.join(root, 'image');
        writeDisk(image, folder, disk.imageNow(random));
        const found = contentOf(image);
        const isBefore = isSame(found.content, before) && !said.done;
        const isAfter = isSame(found.content, after) && said.checked;
        if (isBefore) counts.before += 1;
        if (isAfter) counts.after += 1;
        if (found.problems.length > 0 || (!isBefore && !isAfter)) {
          const what = found.problems.join('; ') || `it holds ${JSON.stringify(found.content)}`;
          failures.push(`cut ${looked + 1}, after call ${index} (${call.kind}): ${what}`);
        }
        looked += 1;
        onCut?.(looked);
      }
    }
    return {
      name: `power cut while consolidating${fault === 'none' ? '' : ` with ${fault}`}`,
      seed,
      passed: failures.length === 0,
      counts: { cuts: looked, changes, 'system calls': calls.length, ...counts },
      failures,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function contentAt(folder: string): ReturnType<typeof contentOf>['content'] {
  const { content, problems } = contentOf(folder);
  if (problems.length > 0) throw new Error(problems.join('; '));
  return content;
}

/** How many cuts fall after which call: most of them from the moment on at which the packet has been checked. */
function momentsOf(
  calls: readonly TracedCall[],
  cuts: number,
  random: SeededRandom,
): ReadonlyMap<number, number> {
  const checked = calls.findIndex((call) => call.kind === 'output' && call.text.includes('checked'));
  const moments = new Map<number, number>();
  for (let cut = 0; cut < cuts; cut += 1) {
    const index = random.chance(EARLY)
      ? random.below(checked)
      : checked + random.below(calls.length - checked);
    moments.set(index, (moments.get(index) ?? 0) + 1);
  }
  return moments;
}
