import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lockXlsx } from '../../../electron/excel/return/lockXlsx.ts';
import { readReturnedFile } from '../../../electron/services/returning/readReturnedFile.ts';
import { changeRecordSchema } from '../../../shared/domain/changeRecord.ts';
import { isIntact } from '../../../shared/domain/sealRecord.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { placeOf, sample, sampleReturnCopy, sampleWorkbookId } from '../../excel/return/sampleReturnCopy.ts';
import { xlsxEditor } from '../../excel/return/xlsxEditor.ts';
import type { ProofReport } from '../proofReport.ts';
import { seededRandom } from '../seededRandom.ts';
import { breakages } from './brokenWorkbook.ts';

/** No file may take longer, in milliseconds, or let the program grow by more, in bytes. */
const LONGEST = 10_000;
const MOST_MEMORY = 512 * 1024 ** 2;
const PASSWORD = 'correct horse';

/**
 * Breaks a filled-in workbook in every way there is and reads it: it is refused with a sentence or read, and neither the file,
 * the folder it lies in nor the program's own objects are changed by it.
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
  const prototypes = prototypeNames();
  try {
    for (let index = 0; index < run.files; index += 1) {
      const breakage = breakages[index % breakages.length];
      if (breakage === undefined) throw new Error('There are breakages');
      // One in twenty has a password; only crude breakages reach what is under it.
      const isLocked = index % breakages.length < 2 && random.chance(0.5);
      const bytes = breakage.apply(isLocked ? locked : filled, random);
      writeFileSync(file, bytes);
      const started = performance.now();
      const problem = await problemOf(file);
      const took = performance.now() - started;
      counts['broken workbooks'] += 1;
      counts[problem.refused ? 'refused' : 'read'] += 1;
      counts['slowest (ms)'] = Math.max(counts['slowest (ms)'], Math.round(took));
      counts['memory (MB)'] = Math.max(
        counts['memory (MB)'],
        Math.round(process.memoryUsage().rss / 1024 ** 2),
      );
      const where = `${breakage.name} (file ${index})`;
      if (problem.sentence !== null) failures.push(`${where}: ${problem.sentence}`);
      if (took > LONGEST) failures.push(`${where}: took ${Math.round(took)} ms`);
      if (prototypeNames() !== prototypes) failures.push(`${where}: an object of the program was changed`);
      if (!readFileSync(file).equals(bytes) || readdirSync(folder).length !== 1)
        failures.push(`${where}: the folder was changed`);
      run.onFile?.(index + 1);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (counts['memory (MB)'] * 1024 ** 2 > 2 * MOST_MEMORY)
    failures.push(`${counts['memory (MB)']} MB of memory`);
  return {
    name: 'broken workbooks are refused or read',
    seed: run.seed,
    passed: failures.length === 0,
    counts,
    failures,
  };
}

async function problemOf(
  file: string,
): Promise<{ readonly refused: boolean; readonly sentence: string | null }> {
  try {
    const { records } = await readReturnedFile({
      file,
      name: 'returned.xlsx',
      workbook: sampleWorkbookId,
      passwords: [PASSWORD],
    });
    const isSound = records.every(
      (record) =>
        changeRecordSchema.safeParse(record).success &&
        isIntact(record, sha256) &&
        record.workbook === sampleWorkbookId,
    );
    return { refused: false, sentence: isSound ? null : 'a change that is not sound was read' };
  } catch (cause) {
    if (cause instanceof WorkbookError && cause.code !== 'internal') return { refused: true, sentence: null };
    return {
      refused: true,
      sentence: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    };
  }
}

async function filledIn(): Promise<Uint8Array> {
  const file = xlsxEditor(await sampleReturnCopy());
  const { sheet, row, column } = placeOf('answers', sample.firstAnswer, 'howAreWeDoing');
  file.setText(sheet, row, column, 'New.');
  return file.bytes();
}

function prototypeNames(): string {
  return [Object.prototype, Array.prototype, Function.prototype, Map.prototype]
    .map((prototype) => Object.getOwnPropertyNames(prototype).join())
    .join(';');
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
