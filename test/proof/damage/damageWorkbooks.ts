import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { listBackups } from '../../../electron/store/file/listBackups.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { restoreBackup } from '../../../electron/store/file/restoreBackup.ts';
import { verifyWorkbook } from '../../../electron/store/file/verifyWorkbook.ts';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { ProofReport } from '../proofReport.ts';
import { seededRandom } from '../seededRandom.ts';
import { damages } from './damages.ts';
import { contentOf, damagedCopy, filesOf, makeOriginals, type Originals } from './damagedWorkbook.ts';

type Options = {
  readonly damages: number;
  readonly seed: number;
  readonly onDamage?: (done: number) => void;
};

/** What came of opening and verifying a damaged copy. `content` is undefined when it could not be opened. */
type Outcome = { readonly noticed: boolean; readonly content: string | undefined };

const places = ['database', 'log', 'attachment'] as const;

/**
 * Damages copies of a workbook at random, and holds three things for each: a change of content is noticed by opening or
 * verifying; what was damaged is not written to; the newest good backup is there and restores what it holds.
 */
export async function damageWorkbooks({ damages: count, seed, onDamage }: Options): Promise<ProofReport> {
  const root = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'proof-damage-'));
  try {
    const originals = await makeOriginals(root);
    const counts = {
      damages: 0,
      'content changed': 0,
      'changes noticed': 0,
      'harmless but noticed': 0,
      restored: 0,
      failures: 0,
    };
    const failures: string[] = [];
    for (let number = 0; number < count; number += 1) {
      const one = damageOne(originals, path.join(root, 'copy'), seed, number);
      counts.damages += 1;
      if (one.changed) counts['content changed'] += 1;
      if (one.changed && one.noticed) counts['changes noticed'] += 1;
      if (!one.changed && one.noticed) counts['harmless but noticed'] += 1;
      if (one.restored) counts.restored += 1;
      failures.push(...one.failures.map((what) => `damage ${number} (${one.name}): ${what}`));
      onDamage?.(number + 1);
    }
    counts.failures = failures.length;
    return { name: 'random damage', seed, passed: failures.length === 0, counts, failures };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function damageOne(originals: Originals, copy: string, seed: number, number: number) {
  rmSync(copy, { recursive: true, force: true });
  const random = seededRandom(seed * 100_003 + number);
  const kinds = Object.keys(damages);
  const kind = kinds[number % kinds.length] ?? '';
  const place = random.pick(places);
  const state = place === 'log' || random.chance(0.3) ? 'leftOpen' : 'closed';
  const original = originals[state];
  const file = fileAt(original, place, random.pick(readdirSync(workbookPaths(original).attachments)));
  damagedCopy(original, copy, file, (bytes) => damages[kind]?.(bytes, random) ?? bytes);

  const before = filesOf(copy);
  const outcome = openAndVerify(copy);
  const after = filesOf(copy);
  const expected = originals.contentOf[state];
  const changed = outcome.content !== expected;
  const failures: string[] = [];
  if (changed && !outcome.noticed) failures.push('the content changed and nothing was noticed');
  failures.push(...overwritten(before, after, outcome.content === undefined, state === 'leftOpen'));
  const restored = outcome.noticed && failures.length === 0;
  if (restored) failures.push(...whatRestoringGives(copy, originals, place === 'attachment'));
  return { name: `${place} ${state}, ${kind}`, changed, noticed: outcome.noticed, restored, failures };
}

function fileAt(original: string, place: (typeof places)[number], attachment: string): string {
  const { database, attachments } = workbookPaths(original);
  const file = { database, log: `${database}-wal`, attachment: path.join(attachments, attachment) }[place];
  return path.relative(original, file);
}

function openAndVerify(folder: string): Outcome {
  const notices: string[] = [];
  try {
    const database = openDatabase(folder, { onNotice: (sentence) => notices.push(sentence) });
    try {
      const report = verifyWorkbook(database, workbookPaths(folder).attachments);
      const noticed = report.problems.length > 0 || notices.length > 0;
      return { noticed, content: readableContent(database, folder) };
    } finally {
      closeDatabase(database);
    }
  } catch (cause) {
    // Anything else would reach the person as a fault of the program and not as what it is.
    if (cause instanceof WorkbookError && cause.code !== 'internal')
      return { noticed: true, content: undefined };
    throw cause;
  }
}

/** The content, or a word for content that SQLite cannot read to the end, which must have been noticed. */
function readableContent(database: Database, folder: string): string {
  try {
    return contentOf(database, folder);
  } catch {
    return 'unreadable';
  }
}

/**
 * What was written to although it should not have been. A refused workbook keeps every file as it was; one that was opened
 * has at most taken its own log in, and then the files as they were found are kept in `recovery`.
 */
function overwritten(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  refused: boolean,
  leftOpen: boolean,
): readonly string[] {
  const kept = new Set(after.values());
  return [...before]
    .filter(([name, sha256]) => {
      if (name === 'workbook.lock') return false;
      return refused || !leftOpen ? after.get(name) !== sha256 : !kept.has(sha256);
    })
    .map(([name]) => `${name} was written to`);
}

function whatRestoringGives(
  folder: string,
  originals: Originals,
  attachmentDamaged: boolean,
): readonly string[] {
  const [newest] = listBackups(workbookPaths(folder).backups);
  if (newest?.content === undefined) return ['no verified backup was offered'];
  restoreBackup(folder, newest.name, { now: new Date('2026-05-03T12:00:00.000Z'), newReplica: 'restored' });
  const database = openDatabase(folder);
  try {
    const report = verifyWorkbook(database, workbookPaths(folder).attachments);
    // A backup refers to attached files where they are; a damaged one stays named until it is attached again.
    const sound = report.sound && (attachmentDamaged || report.problems.length === 0);
    const same =
      attachmentDamaged || `${contentOf(database, folder)} ${newest.name}` === originals.contentOf.backup;
    return sound && same ? [] : ['the restored workbook does not hold what was backed up'];
  } finally {
    closeDatabase(database);
  }
}
