import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlantedFault } from '../plantedFault.ts';
import type { ProofReport } from '../proofReport.ts';
import { seededRandom } from '../seededRandom.ts';
import { contentOf, isSame, setScene, type Scene } from './consolidationScene.ts';

const consolidatingProgram = fileURLToPath(new URL('consolidatingProgram.ts', import.meta.url));

type Options = {
  readonly kills: number;
  readonly seed: number;
  readonly changes: number;
  readonly fault?: PlantedFault;
  readonly stopAtFailure?: boolean;
  readonly onKill?: (done: number) => void;
};

/**
 * Kills the program at random moments while it takes a packet in, opens what is left, and looks whether it is the workbook
 * before or the one after, whole: state, records, attached files, fingerprints, projections.
 */
export async function killWhileConsolidating({
  kills,
  seed,
  changes,
  fault = 'none',
  stopAtFailure = false,
  onKill,
}: Options): Promise<ProofReport> {
  const random = seededRandom(seed);
  const root = mkdtempSync(path.join(tmpdir(), 'proof-consolidation-'));
  const failures: string[] = [];
  const counted = { kills: 0, before: 0, after: 0, 'killed while taking in': 0 };
  try {
    const scene = await setScene(root, changes);
    const before = contentOf(scene.workbook).content;
    const whole = await run(scene, undefined, fault);
    const after = whole.found.content;
    if (after === undefined || whole.lasted.takingIn === 0 || after.state === before?.state) {
      throw new Error(`The packet was not taken in: ${whole.found.problems.join(', ')}`);
    }
    const isDone = (): boolean => counted.kills >= kills || (stopAtFailure && failures.length > 0);
    while (!isDone()) {
      counted.kills += 1;
      // Most kills fall into the backup and the transaction; some into the check of the packet before.
      const isEarly = random.chance(0.15);
      const moment = {
        after: isEarly ? ('start' as const) : ('checked' as const),
        milliseconds: random.next() * (isEarly ? whole.lasted.checking : whole.lasted.takingIn * 1.1),
      };
      const { found } = await run(scene, moment, fault);
      const isBefore = isSame(found.content, before);
      const isAfter = isSame(found.content, after);
      if (isBefore) counted.before += 1;
      if (isAfter) counted.after += 1;
      if (!isEarly) counted['killed while taking in'] += 1;
      if (found.problems.length > 0 || (!isBefore && !isAfter)) {
        const seen =
          found.problems.length > 0 ? found.problems.join('; ') : `it holds ${JSON.stringify(found.content)}`;
        failures.push(
          `kill ${counted.kills}, ${Math.round(moment.milliseconds)} ms after ${moment.after}: ${seen}`,
        );
      }
      onKill?.(counted.kills);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return {
    name: 'killed while consolidating',
    seed,
    passed: failures.length === 0,
    counts: { changes, ...counted },
    failures,
  };
}

type Moment = { readonly after: 'start' | 'checked'; readonly milliseconds: number };

async function run(scene: Scene, moment: Moment | undefined, fault: PlantedFault) {
  const place = mkdtempSync(path.join(scene.root, 'run-'));
  const folder = path.join(place, 'workbook');
  cpSync(scene.workbook, folder, { recursive: true });
  const dataFolder = path.join(place, 'data');
  mkdirSync(dataFolder);
  const child = spawn(
    process.execPath,
    [consolidatingProgram, JSON.stringify({ folder, dataFolder, packet: scene.packet })],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PROOF_FAULT: fault,
        NODE_COMPILE_CACHE: path.join(tmpdir(), 'proof-compile-cache'),
      },
    },
  );
  const started = performance.now();
  let checked = 0;
  let done = 0;
  let said = '';
  const kill = (): void => void setTimeout(() => child.kill('SIGKILL'), moment?.milliseconds ?? 0);
  if (moment?.after === 'start') kill();
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('checked')) {
      checked = performance.now();
      if (moment?.after === 'checked') kill();
    }
    if (text.includes('done')) done = performance.now();
  });
  await new Promise((resolve) => child.once('close', resolve));
  const found = contentOf(folder);
  rmSync(place, { recursive: true, force: true });
  if (moment === undefined && done === 0) found.problems.push(said);
  return { found, lasted: { checking: checked - started, takingIn: done === 0 ? 0 : done - checked } };
}
