import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { storeAttachment } from '../../../electron/store/attachments/storeAttachment.ts';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { makeBackup } from '../../../electron/store/file/makeBackup.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { sha256OfFile, sha256OfText } from '../../../electron/store/file/sha256.ts';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import { readProperties } from '../../../electron/store/file/workbookProperties.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import { addEvidence, makeSampleWorkbook, sampleRecord } from '../../store/sampleWorkbook.ts';

/** The workbooks that are damaged: one closed in order, one as a power cut leaves it, both with a verified backup. */
export type Originals = {
  readonly closed: string;
  readonly leftOpen: string;
  readonly contentOf: { readonly closed: string; readonly leftOpen: string; readonly backup: string };
};

/** Makes both under `root`, with evidence, answers, links and attached files. */
export async function makeOriginals(root: string): Promise<Originals> {
  const closed = path.join(root, 'closed');
  const leftOpen = path.join(root, 'left-open');
  makeSampleWorkbook(closed, 40);
  const database = openDatabase(closed);
  for (let number = 0; number < 4; number += 1) attach(database, closed, root, number);
  const { backup } = await makeBackup(database, closed, 'asked', {
    now: () => new Date('2026-05-03T10:00:00.000Z'),
  });
  const backedUp = contentOf(database, closed);
  closeDatabase(database);

  const again = openDatabase(closed);
  for (let number = 40; number < 60; number += 1) addEvidence(again, number, number + 1);
  cpSync(closed, leftOpen, { recursive: true });
  const content = contentOf(again, closed);
  closeDatabase(again);
  if (!readdirSync(leftOpen).includes('workbook.sqlite-wal'))
    throw new Error('The log is beside the database');
  return {
    closed,
    leftOpen,
    contentOf: { closed: content, leftOpen: content, backup: `${backedUp} ${backup.name}` },
  };
}

function attach(database: Database, folder: string, root: string, number: number): void {
  const file = path.join(root, 'file.txt');
  writeFileSync(file, `The content of file ${number}. `.repeat(500));
  const { sha256, ...about } = storeAttachment(folder, file, `file ${number}.txt`);
  const record = sampleRecord(900_000 + number, 'attachment', `evidence-${number}#${sha256}`, about);
  recordWriter(database).write([{ record }]);
}

/** One text that is the same for the same content: every record's own words, the properties but the copy's id, every attached file. */
export function contentOf(database: Database, folder: string): string {
  const bodies = database
    .prepare<[], string>('SELECT id || body FROM change_record ORDER BY id')
    .pluck()
    .all();
  const { replica: _, ...properties } = readProperties(database);
  const { attachments } = workbookPaths(folder);
  const files = readdirSync(attachments)
    .toSorted()
    .map((name) => `${name} ${sha256OfFile(path.join(attachments, name))}`);
  return sha256OfText(JSON.stringify([bodies, properties, files]));
}

/** Every file of a folder with the fingerprint of its content. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [name, sha256OfFile(path.join(folder, name))]),
  );
}

/** A copy of an original with one of its files damaged. */
export function damagedCopy(
  original: string,
  target: string,
  file: string,
  damage: (bytes: Buffer) => Buffer,
): void {
  mkdirSync(target, { recursive: true });
  cpSync(original, target, { recursive: true });
  writeFileSync(path.join(target, file), damage(readFileSync(path.join(original, file))));
}
