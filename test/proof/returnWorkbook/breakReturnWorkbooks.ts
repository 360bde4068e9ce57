import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockXlsx } from '../../../electron/excel/return/lockXlsx.ts';
import { placeOf, sample, sampleReturnCopy, sampleWorkbookId } from '../../excel/return/sampleReturnCopy.ts';
import { xlsxEditor } from '../../excel/return/xlsxEditor.ts';
import type { ProofReport } from '../proofReport.ts';
import { seededRandom } from '../seededRandom.ts';
import { breakages } from './brokenWorkbook.ts';
import { readingAnswerSchema, type ReadingAnswer, type ReadingOrder } from './readingAnswer.ts';

/** No file may take longer, in milliseconds, or let the program that reads it grow beyond, in megabytes. */
const LONGEST = 10_000;
const MOST_MEMORY = 512;
const PASSWORD = 'correct horse';

const readingProgram = fileURLToPath(new URL('readingProgram.ts', import.meta.url));

/**
 * Breaks a filled-in workbook in every way there is and lets the program read it, in a process of its own: it is refused with
 * a sentence or read, and neither the file, the folder it lies in nor the program's own objects are changed by it.
 */
export async function breakReturnWorkbooks(run: {
  readonly files: number;
  readonly seed: number;
  readonly onFile?: (done: number) => void;
}): Promise<ProofReport> {
  const random = seededRandom(run.seed);
  const failures: string[] = [];
  const counts = { 'broken workbooks': 0, refused: 0, read: 0, 'slowest (ms)': 0, 'memory (MB)': 0 };
  const filled = await filledIn();
  const locked = lockXlsx(Buffer.from(filled), PASSWORD);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-broken-'));
  const file = path.join(folder, 'returned.xlsx');
  const cache = path.join(os.tmpdir(), 'proof-compile-cache');
  const program = fork(readingProgram, { env: { ...process.env, NODE_COMPILE_CACHE: cache } });
  try {
    for (let index = 0; index < run.files; index += 1) {
      const breakage = breakages[index % breakages.length];
      if (breakage === undefined) throw new Error('There are breakages');
      // One in twenty has a password; only crude breakages reach what is under it.
      const isLocked = index % breakages.length < 2 && random.chance(0.5);
      const bytes = breakage.apply(isLocked ? locked : filled, random);
      writeFileSync(file, bytes);
      const found = await readBy(program, { file, workbook: sampleWorkbookId, passwords: [PASSWORD] });
      counts['broken workbooks'] += 1;
      counts[found.refused ? 'refused' : 'read'] += 1;
      counts['slowest (ms)'] = Math.max(counts['slowest (ms)'], Math.round(found.milliseconds));
      counts['memory (MB)'] = Math.round(found.megabytes);
      const where = `${breakage.name} (file ${index})`;
      if (found.fault !== null) failures.push(`${where}: ${found.fault}`);
      if (found.milliseconds > LONGEST) failures.push(`${where}: took ${Math.round(found.milliseconds)} ms`);
      if (!readFileSync(file).equals(bytes) || readdirSync(folder).length !== 1)
        failures.push(`${where}: the folder was changed`);
      run.onFile?.(index + 1);
    }
  } finally {
    program.kill();
    rmSync(folder, { recursive: true, force: true });
  }
  if (counts['memory (MB)'] > MOST_MEMORY) failures.push(`${counts['memory (MB)']} MB of memory`);
  return {
    name: 'broken workbooks are refused or read',
    seed: run.seed,
    passed: failures.length === 0,
    counts,
    failures,
  };
}

function readBy(program: ChildProcess, order: ReadingOrder): Promise<ReadingAnswer> {
  return new Promise((resolve, reject) => {
    const ended = (status: number | null): void => reject(new Error(`The program ended with ${status}`));
    program.once('exit', ended);
    program.once('message', (message) => {
      program.off('exit', ended);
      resolve(readingAnswerSchema.parse(message));
    });
    program.send(order);
  });
}

async function filledIn(): Promise<Uint8Array> {
  const file = xlsxEditor(await sampleReturnCopy());
  const { sheet, row, column } = placeOf('answers', sample.firstAnswer, 'howAreWeDoing');
  file.setText(sheet, row, column, 'New.');
  return file.bytes();
}
