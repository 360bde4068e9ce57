import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import DatabaseConnection from 'better-sqlite3';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { noDifferences } from '../../../shared/domain/consolidation/consolidationPreview.ts';
import { openWorkbook, type OpenWorkbook } from '../../../electron/services/workbook/openWorkbook.ts';
import { consolidationLog } from '../../../electron/store/consolidation/consolidationLog.ts';
import type { ConsolidationReceipt } from '../../../electron/store/consolidation/consolidationReceipt.ts';
import {
  selectingRecords,
  type RecordSelection,
} from '../../../electron/store/consolidation/selectedRecords.ts';
import { setAsideRecords } from '../../../electron/store/consolidation/setAsideRecords.ts';
import type { TakenIn } from '../../../electron/store/consolidation/takeInRecords.ts';
import { changeProperties, writeProperties } from '../../../electron/store/file/workbookProperties.ts';
import { allAtOnce, type Steps } from '../../../electron/store/steps.ts';
import { migrate } from '../../../electron/store/file/migrate.ts';
import { connectToMemory } from '../../../electron/store/file/storeConnection.ts';
import { migrations } from '../../../electron/store/migrations/migrations.ts';
import { stageChanges, takeInStagedChanges } from '../../builders/stagedChanges.ts';
import type { SeededRandom } from '../seededRandom.ts';

/** The changes of one packet. */
export type PacketChanges = readonly ChangeRecord[];

/** A workbook on one of many laptops: the program's own store and services over a database in memory. */
export type SimulatedLaptop = ReturnType<typeof simulatedLaptop>;

type Database = ReturnType<typeof connectToMemory>;

let blank: Buffer | undefined;

/** An empty workbook in memory: a copy, as making one takes longer than much of what is done with it. */
export function emptyWorkbook(): Database {
  blank ??= newWorkbook().serialize();
  return new DatabaseConnection(blank);
}

function newWorkbook(): Database {
  const database = connectToMemory();
  migrate(database, migrations);
  writeProperties(database, {
    id: 'proved-workbook',
    replica: 'first-replica',
    voice: 'partnership',
    created_at: '2026-05-03T09:00:00.000Z',
    origin: 'new',
  });
  return database;
}

/** Random ids that a seed repeats. */
function idsFrom(random: SeededRandom) {
  return {
    randomHex: (bytes: number): string =>
      Array.from({ length: bytes }, () => random.below(256).toString(16).padStart(2, '0')).join(''),
  };
}

/** A laptop with a clock of its own, which decides nothing. */
export function simulatedLaptop(name: string, random: SeededRandom, content?: Buffer) {
  let database = content === undefined ? emptyWorkbook() : new DatabaseConnection(content);
  let now = 1_780_000_000_000 + (random.below(20 * 365) - 10 * 365) * 86_400_000;
  let workbook = opened();
  let consolidations = 0;

  function opened(): OpenWorkbook {
    const clock = { now: () => new Date((now += 90_000)) };
    const parts = { clock, ids: idsFrom(random), app: 'proof', author: () => name, beforeWrite: () => {} };
    return openWorkbook({ ...parts, database, folder: '/nowhere' });
  }

  return {
    name,
    workbook: (): OpenWorkbook => workbook,
    database: () => database,

    handOver(selection: RecordSelection = { kind: 'everything' }): PacketChanges {
      workbook.changes.seal();
      const selected = [...allAtOnce(selectingRecords(database, selection)).records];
      workbook.consolidations.noteShared(selected.map(({ id }) => id));
      // The store's own spelling of checked records.
      return selected.map(({ line }) => JSON.parse(line) as ChangeRecord);
    },

    takeIn(packet: PacketChanges): void {
      workbook.changes.seal();
      consolidations += 1;
      takeIn(database, packet, `${name} ${consolidations} ${random.next()}`);
      workbook.changes.seal();
      workbook.noteConsolidated();
    },

    /** Whether there was one to undo. */
    undoLastConsolidation(): boolean {
      const last = workbook.consolidations.list().find(({ undoneAt }) => undoneAt === null);
      if (last === undefined) return false;
      workbook.changes.seal();
      database.transaction(() => {
        setAsideRecords(database).takeOut(last.number, workbook.consolidations.recordsOf(last.number));
        workbook.consolidations.markUndone(last.number, '2026-05-03T09:00:00.000Z');
      })();
      workbook.changes.forgetUndo();
      workbook.changes.seal();
      workbook.noteConsolidated();
      return true;
    },

    backup(): Buffer {
      workbook.changes.seal();
      return database.serialize();
    },

    /** What the file was, under a replica of its own. */
    restore(backup: Buffer): void {
      database.close();
      database = new DatabaseConnection(backup);
      changeProperties(database, { replica: `restored-${random.next()}` });
      workbook = opened();
    },

    jumpClock(milliseconds: number): void {
      now += milliseconds;
    },

    close: () => database.close(),
  };
}

/** Takes the changes of packets into a database, each once, as the program does: checked and compared, then all together. */
export function takeIn(database: Database, packet: PacketChanges, id: string): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'proof-staged-'));
  const file = path.join(folder, 'staged.sqlite');
  try {
    stageChanges(file, database, [[...new Map(packet.map((change) => [change.id, change])).values()]]);
    takeInStagedChanges(file, database, { id, at: '2026-05-03T09:00:00.000Z' }, receiptOf);
  } finally {
    rmSync(folder, { recursive: true });
  }
  consolidationLog(database).notHandedOver();
}

// oxlint-disable-next-line require-yield -- the receipt is there at once
function* receiptOf({ added, returned }: TakenIn): Steps<ConsolidationReceipt> {
  return {
    author: 'Proof',
    backup: '',
    sources: [
      {
        packet: '0'.repeat(32),
        file: 'packet',
        author: 'Proof',
        voice: 'partnership',
        voiceName: '',
        replica: 'replica',
        madeAt: '',
        counts: noDifferences,
        ignored: [],
      },
    ],
    added: added.length,
    returned,
    attachments: 0,
    conflictsBefore: 0,
    conflictsAfter: 0,
    stateBefore: '',
    stateAfter: '',
  };
}
