import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { WorkbookView } from '../../../shared/api/views/workbookView.ts';
import { PARTNERSHIP_VOICE } from '../../../shared/domain/entityIdentity.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { attachStaging } from '../../store/consolidation/attachStaging.ts';
import { openStaging, stagedRecords } from '../../store/consolidation/stagedRecords.ts';
import { takeInAttachments } from '../../store/consolidation/takeInAttachments.ts';
import { takingInStaged } from '../../store/consolidation/takeInStaged.ts';
import { createDatabase } from '../../store/file/createDatabase.ts';
import { allAtOnce } from '../../store/steps.ts';
import { refuseUnsafeFolder } from '../../store/file/refuseUnsafeFolder.ts';
import type { Ports } from '../ports.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import {
  checkedPacketsSchema,
  STAGING_FILE,
  type CheckedPackets,
  type PacketCheck,
} from './checkedPackets.ts';
import { stagedFiles } from './stagedFiles.ts';
import { threadLimits } from './threadLimits.ts';
import { runOnThread } from '../../threads/runOnThread.ts';

/** Longest silence of the check, in milliseconds. */
const PATIENCE = 120_000;

/** What is not damage, and may be put right. */
const saidCodes = ['wrong-passphrase', 'newer-version', 'invalid-input'] as const;

export type FromPacket = {
  readonly packet: string;
  readonly passphrases: readonly string[];
  /** A new folder for the workbook. */
  readonly folder: string;
};

/**
 * Makes a copy of somebody's workbook out of a packet: the same workbook under a number of its own for this laptop, so that
 * what is written here is told apart from what was written there. All or nothing.
 *
 * @throws WorkbookError what refuses the packet; `already-exists`, `unsafe-folder`, `disk-full`.
 */
export async function createFromPacket(
  ports: Ports,
  keeper: WorkbookKeeper,
  { packet, passphrases, folder }: FromPacket,
): Promise<WorkbookView> {
  if (keeper.isOpen()) throw new WorkbookError('locked', 'Another workbook is open. Close it first.');
  refuseUnsafeFolder(folder);
  mkdirSync(ports.dataFolder, { recursive: true });
  const work = mkdtempSync(path.join(ports.dataFolder, 'starting-'));
  try {
    const check: PacketCheck = {
      sources: [{ path: packet, name: path.basename(packet) }],
      passphrases: [...passphrases],
      workbook: null,
      folder: work,
      attachments: path.join(work, 'none'),
    };
    const checked = await runOnThread({
      thread: new URL('./consolidationWorker.ts', import.meta.url),
      data: check,
      later: Promise.resolve(null),
      result: checkedPacketsSchema,
      patience: PATIENCE,
      ...threadLimits.reading,
    });
    fill(ports, folder, work, checked);
    return keeper.open(folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function fill(ports: Ports, folder: string, work: string, checked: CheckedPackets): void {
  const [source] = checked.sources;
  const from = source?.from;
  if (source === undefined || from === null || from === undefined) {
    const code = saidCodes.find((one) => one === source?.code) ?? 'damaged';
    const sentence = source?.sentence ?? 'The packet cannot be read.';
    throw new WorkbookError(code, source === undefined ? sentence : `${source.name}: ${sentence}`);
  }
  const at = ports.clock.now().toISOString();
  const properties = {
    id: from.workbook,
    replica: ports.ids.randomHex(8),
    voice: PARTNERSHIP_VOICE,
    created_at: at,
    origin: 'packet',
  };
  const files = stagedFiles(work, checked.attachments);
  const file = path.join(work, STAGING_FILE);
  const staging = openStaging(file);
  try {
    createDatabase(folder, properties, (database) => {
      const detach = attachStaging(database, file);
      const consolidation = { id: ports.ids.randomHex(16), at };
      database.transaction(() =>
        allAtOnce(takingInStaged(database, stagedRecords(staging), consolidation)),
      )();
      detach();
    });
  } finally {
    staging.close();
  }
  // A file that a power cut keeps out comes with the same packet again.
  takeInAttachments(folder, files).settle();
}
