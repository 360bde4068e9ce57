import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckedPackets } from '../../electron/services/consolidation/checkedPackets.ts';
import { checkPackets } from '../../electron/services/consolidation/checkPackets.ts';
import { openStaging, stagedRecords } from '../../electron/store/consolidation/stagedRecords.ts';
import { sha256OfFile } from '../../electron/store/file/sha256.ts';
import { countPassing } from '../../electron/threads/patience.ts';
import { makeSampleWorkbook } from '../store/sampleWorkbook.ts';
import { seededRandom } from '../proof/seededRandom.ts';
import type { BreakingReport } from './breakingOrder.ts';
import { brokenBy, hostilePackets } from './brokenPackets.ts';
import { samplePacket, samplePassphrase, sampleRecords } from './samplePacket.ts';

/**
 * Every hostile packet, where wanted, and `random` packets broken by chance, through the whole check, against a real
 * workbook.
 */
export async function breakPackets(
  folder: string,
  random: number,
  seed: number,
  hostile = true,
): Promise<BreakingReport> {
  const workbook = path.join(folder, 'workbook');
  makeSampleWorkbook(workbook, 3);
  const before = fingerprintOf(workbook);
  copyFileSync(path.join(workbook, 'workbook.sqlite'), path.join(folder, 'snapshot.sqlite'));
  const plain = readFileSync((await samplePacket(folder)).file);
  const secret = readFileSync((await samplePacket(folder, { passphrase: samplePassphrase })).file);
  const expected = JSON.stringify(sampleRecords(20));
  const chance = seededRandom(seed).next;
  const wrong: string[] = [];
  let refused = 0;
  let readRight = 0;
  let slowestMilliseconds = 0;

  const attempt = async (name: string, bytes: Buffer, mayBeRead: boolean): Promise<void> => {
    const file = path.join(folder, 'tried.cjpacket');
    const work = path.join(folder, 'work');
    writeFileSync(file, bytes);
    mkdirSync(work);
    const passed = countPassing();
    try {
      const found = await check(file, work, workbook);
      const [source] = found.sources;
      const isRead = source?.state === 'ready';
      if (isRead && (!mayBeRead || changesIn(work) !== expected))
        wrong.push(`${name}: was read as something else`);
      if (!isRead && (found.attachments.length > 0 || changesIn(work) !== '[]'))
        wrong.push(`${name}: left something behind`);
      if (isRead) readRight += 1;
      else refused += 1;
    } catch (cause) {
      wrong.push(`${name}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
    // What it takes a computer with nothing else to do: on others most of the clock’s time is not the packet’s.
    const { clock, processor } = passed();
    slowestMilliseconds = Math.max(slowestMilliseconds, Math.min(clock, processor));
    if (pollution() !== '') wrong.push(`${name}: every object now has ${pollution()}`);
  };

  for (const [name, bytes] of hostile ? hostilePackets() : []) await attempt(name, bytes, false);
  for (let number = 0; number < random; number += 1) {
    // Deriving a key takes half a second, so most are plain.
    const original = number % 50 === 0 ? secret : plain;
    await attempt(`packet ${number} of seed ${seed}`, brokenBy(chance, original), true);
  }
  if (fingerprintOf(workbook) !== before) wrong.push('The workbook’s folder is not what it was');
  return { tried: refused + readRight, refused, readRight, wrong, slowestMilliseconds };
}

function check(file: string, work: string, workbook: string): Promise<CheckedPackets> {
  return checkPackets(
    {
      sources: [{ path: file, name: 'tried.cjpacket' }],
      passphrases: [samplePassphrase],
      workbook: { id: 'sample-workbook', partnership: 'Test Partnership', round: '2026' },
      folder: work,
      attachments: path.join(workbook, 'attachments'),
    },
    Promise.resolve(path.join(path.dirname(workbook), 'snapshot.sqlite')),
    () => {},
  );
}

function changesIn(work: string): string {
  const staging = openStaging(path.join(work, 'staged.sqlite'));
  try {
    return JSON.stringify(
      [...stagedRecords(staging).toTakeIn()].toSorted((left, right) => (left.id < right.id ? -1 : 1)),
    );
  } finally {
    staging.close();
  }
}

/** Every file below a folder with the fingerprint of its content. */
export function fingerprintOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => `${file} ${sha256OfFile(file)}`)
    .join('\n');
}

/** Names that somebody has put on every object. */
function pollution(): string {
  const names: string[] = [];
  for (const name in {}) names.push(name);
  return names.join(', ');
}
