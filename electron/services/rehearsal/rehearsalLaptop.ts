import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { storeAttachment } from '../../store/attachments/storeAttachment.ts';
import { closeDatabase } from '../../store/file/closeDatabase.ts';
import { openDatabase } from '../../store/file/openDatabase.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import { changeProperties } from '../../store/file/workbookProperties.ts';
import type { StoreDatabase } from '../../store/storeDatabase.ts';
import { noteAttachment } from '../evidence/changeEvidence.ts';
import type { IdSource } from '../ports.ts';
import { openWorkbook, type OpenWorkbook } from '../workbook/openWorkbook.ts';
import type { RehearsedChanges } from './rehearsalScript.ts';

/** What stands for the program's version in what a rehearsal is made of, so that every version makes the same. */
const APP = 'rehearsal';

/** As whom, and when, a laptop of the rehearsal writes. */
export type LaptopUser = Pick<RehearsedChanges, 'author' | 'voice' | 'madeAt'>;

/** Ids that follow from a seed: a rehearsal made twice, on two computers, is the same rehearsal. */
export function seededIds(seed: string): IdSource {
  let count = 0;
  return {
    randomHex(bytes) {
      count += 1;
      return createHash('sha256')
        .update(`${seed} ${count}`)
        .digest('hex')
        .slice(0, bytes * 2);
    },
  };
}

/** The workbook of a laptop over its database. */
export function laptopWorkbook(
  database: StoreDatabase,
  folder: string,
  { author, madeAt }: LaptopUser,
  ids: IdSource,
): OpenWorkbook {
  const now = new Date(madeAt);
  return openWorkbook({
    database,
    folder,
    clock: { now: () => now },
    ids,
    app: APP,
    author: () => author,
    beforeWrite: () => {},
  });
}

/** Copies the workbook at `base` to somebody's laptop in `folder`, lets `use` work with it there, and closes it. */
export async function onLaptop<Result>(
  base: string,
  folder: string,
  user: LaptopUser,
  ids: IdSource,
  use: (workbook: OpenWorkbook) => Result | Promise<Result>,
): Promise<Result> {
  cpSync(base, folder, { recursive: true });
  const database = openDatabase(folder, { quickCheck: false });
  try {
    changeProperties(database, { replica: ids.randomHex(8), voice: user.voice });
    const workbook = laptopWorkbook(database, folder, user, ids);
    // The copy came from the facilitator: only what is written on this laptop is new.
    const received = [...workbook.log.all()].map(({ record }) => record.id);
    database.transaction(() => workbook.consolidations.noteInLastPacket(received))();
    return await use(workbook);
  } finally {
    closeDatabase(database);
  }
}

/** Writes, attaches and deletes what the script says. */
export function rehearse(workbook: OpenWorkbook, { entities, files, deleted }: RehearsedChanges): void {
  const { changes, folder } = workbook;
  changes.applySilently(entities);
  const { work } = workbookPaths(folder);
  mkdirSync(work, { recursive: true });
  for (const { evidence, name, lines } of files) {
    const source = path.join(work, 'to-attach');
    writeFileSync(source, `${lines.join('\n')}\n`);
    noteAttachment(workbook, evidence, storeAttachment(folder, source, name));
    rmSync(source);
  }
  changes.applySilently(deleted.map(({ entity, entityId }) => changes.deletion(entity, entityId)));
}
