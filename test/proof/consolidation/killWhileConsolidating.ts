import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { attachmentIdentity } from '../../../shared/domain/entityIdentity.ts';
import { readCanonicalState } from '../../../electron/store/consolidation/readCanonicalState.ts';
import { clearUnsettledAttachments } from '../../../electron/store/consolidation/takeInAttachments.ts';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { sha256OfText } from '../../../electron/store/file/sha256.ts';
import { verifyWorkbook } from '../../../electron/store/file/verifyWorkbook.ts';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import { samplePacket } from '../../packets/samplePacket.ts';
import { makeSampleWorkbook, sampleRecord } from '../../store/sampleWorkbook.ts';
import type { ProofReport } from '../proofReport.ts';
import { seededRandom } from '../seededRandom.ts';

const consolidatingProgram = fileURLToPath(new URL('consolidatingProgram.ts', import.meta.url));

type Options = {
  readonly kills: number;
  readonly seed: number;
  readonly changes: number;
  readonly onKill?: (done: number) => void;
};

/** A workbook as it is before, and a packet for it. */
type Scene = { readonly root: string; readonly workbook: string; readonly packet: string };

/** What there is of a workbook: what is live, how many records, which files. */
type Content = { readonly state: string; readonly records: number; readonly files: readonly string[] };

/**
 * Kills the program at random moments while it takes a packet in, opens what is left, and looks whether it is the workbook
 * before or the one after, whole: state, records, attached files, fingerprints, projections.
 */
export async function killWhileConsolidating({
  kills,
  seed,
  changes,
  onKill,
}: Options): Promise<ProofReport> {
  const random = seededRandom(seed);
  const root = mkdtempSync(path.join(tmpdir(), 'proof-consolidation-'));
  const failures: string[] = [];
  const counted = { before: 0, after: 0, 'killed while taking in': 0 };
  try {
    const scene = await setScene(root, changes);
    const before = contentOf(scene.workbook).content;
    const whole = await run(scene, undefined);
    const after = whole.found.content;
    if (after === undefined || whole.lasted.takingIn === 0 || after.state === before?.state) {
      throw new Error(`The packet was not taken in: ${whole.found.problems.join(', ')}`);
    }
    for (let kill = 1; kill <= kills; kill += 1) {
      // Most kills fall into the backup and the transaction; some into the check of the packet before.
      const isEarly = random.chance(0.15);
      const moment = {
        after: isEarly ? ('start' as const) : ('checked' as const),
        milliseconds: random.next() * (isEarly ? whole.lasted.checking : whole.lasted.takingIn * 1.1),
      };
      const { found } = await run(scene, moment);
      const isBefore = isSame(found.content, before);
      const isAfter = isSame(found.content, after);
      if (isBefore) counted.before += 1;
      if (isAfter) counted.after += 1;
      if (!isEarly) counted['killed while taking in'] += 1;
      if (found.problems.length > 0 || (!isBefore && !isAfter)) {
        const seen =
          found.problems.length > 0 ? found.problems.join('; ') : `it holds ${JSON.stringify(found.content)}`;
        failures.push(`kill ${kill}, ${Math.round(moment.milliseconds)} ms after ${moment.after}: ${seen}`);
      }
      onKill?.(kill);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return {
    name: 'killed while consolidating',
    seed,
    passed: failures.length === 0,
    counts: { kills, changes, ...counted },
    failures,
  };
}

async function setScene(root: string, changes: number): Promise<Scene> {
  const workbook = path.join(root, 'before');
  makeSampleWorkbook(workbook, 30);
  const contents = Array.from({ length: 5 }, (_, number) => `The minutes of meeting ${number}`);
  const attached = contents.map((content, number) =>
    sampleRecord(
      9_000_000 + number,
      'attachment',
      attachmentIdentity(`evidence-${number}`, sha256OfText(content)),
      {
        name: `minutes ${number}.txt`,
        bytes: content.length,
        mediaType: 'text/plain',
        deleted: false,
      },
    ),
  );
  const records = Array.from({ length: changes }, (_, number) =>
    sampleRecord(1_000_000 + number, 'evidence', `evidence-${number % 3_000}`, {
      shows: `It shows ${number}. `.repeat(5),
    }),
  );
  const { file } = await samplePacket(root, { records: [...records, ...attached], attachments: contents });
  return { root, workbook, packet: file };
}

type Moment = { readonly after: 'start' | 'checked'; readonly milliseconds: number };

async function run(scene: Scene, moment: Moment | undefined) {
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
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'proof-compile-cache') },
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

function contentOf(folder: string): { readonly content: Content | undefined; readonly problems: string[] } {
  try {
    const database = openDatabase(folder);
    try {
      clearUnsettledAttachments(database, folder);
      const { attachments } = workbookPaths(folder);
      const report = verifyWorkbook(database, attachments);
      const content: Content = {
        state: readCanonicalState(database).sha256,
        records: report.records,
        files: existsSync(attachments) ? readdirSync(attachments).toSorted() : [],
      };
      return { content, problems: report.problems.map(({ what, where }) => `${what}: ${where}`) };
    } finally {
      closeDatabase(database);
    }
  } catch (cause) {
    return { content: undefined, problems: [`it could not be opened: ${String(cause)}`] };
  }
}

function isSame(left: Content | undefined, right: Content | undefined): boolean {
  return left !== undefined && JSON.stringify(left) === JSON.stringify(right);
}
