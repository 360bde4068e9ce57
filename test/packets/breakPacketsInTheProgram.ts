import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withProgram, type Program } from '../../electron/cli/program.ts';
import { waitForJob } from '../../electron/cli/waitForJob.ts';
import { seededRandom } from '../proof/seededRandom.ts';
import { makeSampleWorkbook } from '../store/sampleWorkbook.ts';
import type { BreakingReport } from './breakingOrder.ts';
import { fingerprintOf } from './breakPackets.ts';
import { brokenBy, hostilePackets } from './brokenPackets.ts';
import { samplePacket, samplePassphrase } from './samplePacket.ts';

/**
 * Lays broken packets out on the desk of the whole program, with a workbook open: whatever is in them, the workbook's folder
 * is afterwards what it was, byte for byte. Every hostile packet is tried, where wanted, and `random` that were broken by chance.
 */
export async function breakPacketsInTheProgram(
  folder: string,
  random: number,
  seed: number,
  hostile = true,
): Promise<BreakingReport> {
  const [workbook, dataFolder] = [path.join(folder, 'open workbook'), path.join(folder, 'data')];
  makeSampleWorkbook(workbook, 3);
  mkdirSync(dataFolder);
  const plain = readFileSync((await samplePacket(folder)).file);
  const secret = readFileSync((await samplePacket(folder, { passphrase: samplePassphrase })).file);
  const chance = seededRandom(seed).next;
  const broken: (readonly [string, Buffer])[] = hostile ? [...hostilePackets()] : [];
  for (let number = 0; number < random; number += 1) {
    const original = number % 50 === 0 ? secret : plain;
    broken.push([`packet ${number} of seed ${seed}`, brokenBy(chance, original)]);
  }
  const report = { tried: 0, refused: 0, readRight: 0, wrong: [] as string[], slowestMilliseconds: 0 };
  const terminal = { dataFolder, result: () => {}, message: () => {} };
  await withProgram(terminal, async (program) => {
    await program.ask('open-workbook', { folder: workbook });
    await settled(program, workbook);
    const before = fingerprintOf(workbook);
    for (const [name, bytes] of broken) {
      const file = path.join(folder, 'tried.cjpacket');
      writeFileSync(file, bytes);
      const started = performance.now();
      const { job } = await program.ask('start-consolidation-preview', {
        paths: [file],
        passphrases: [samplePassphrase],
      });
      await waitForJob(program, job ?? '', terminal);
      const { sources } = await program.ask('read-consolidation-preview', { job: job ?? '' });
      await program.ask('discard-consolidation-preview', {});
      report.slowestMilliseconds = Math.max(report.slowestMilliseconds, performance.now() - started);
      report.tried += 1;
      if (sources[0]?.state === 'ready') report.readRight += 1;
      else report.refused += 1;
      if (fingerprintOf(workbook) !== before)
        report.wrong.push(`${name}: the workbook’s folder is not what it was`);
    }
  });
  return report;
}

/** Waits for what the program does after an opening, and has the search index made, which it would do when nobody writes. */
async function settled({ ask }: Program, workbook: string): Promise<void> {
  await ask('search', { text: 'survey', limit: 1 });
  while ((await ask('read-workbook', {})).lastBackupAt === null) await pause(200);
  for (let last = ''; last !== fingerprintOf(workbook); await pause(1_000)) last = fingerprintOf(workbook);
}
