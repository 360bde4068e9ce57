import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { HandOverPart, HandOverView } from '../../../shared/api/views/consolidationView.ts';
import { proposePassphrase } from '../../../shared/domain/consolidation/proposePassphrase.ts';
import { WORKBOOK_ENTITY_ID } from '../../../shared/domain/entityIdentity.ts';
import { settledText } from '../../../shared/domain/entityState.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import {
  PACKET_FORMAT,
  PACKET_VERSION,
  sealManifest,
  type PacketPart,
  type UnsealedManifest,
} from '../../packets/packetManifest.ts';
import { turnsOf } from '../../store/connectionTurns.ts';
import { attachmentFile } from '../../store/attachments/attachmentFile.ts';
import { selectRecords } from '../../store/consolidation/selectedRecords.ts';
import { renameDurably } from '../../store/file/durableFile.ts';
import { explainTargetFailure } from '../../store/file/explainTargetFailure.ts';
import { removePart } from '../../store/file/removePart.ts';
import { explainFileFailure } from '../../store/file/fileFailure.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import { inTurns } from '../../store/steps.ts';
import type { JobControl, JobReceipt } from '../jobs/jobs.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { gatherHandOver } from './gatherHandOver.ts';
import { writtenPacketSchema, type HandOverTask } from './handOverTask.ts';
import { threadLimits } from './threadLimits.ts';
import { runOnThread } from '../../threads/runOnThread.ts';

/** The ending of packets' names, and what the name of one without a passphrase says. */
const ENDING = '.cjpacket';
const PLAIN = ' not encrypted';

/** Silence for this long, in milliseconds, means that the writing hangs; a slow stick reports now and then. */
const PATIENCE = 120_000;

export type HandOverOrder = {
  readonly part: HandOverPart;
  readonly attachments: boolean;
  /** Null: anybody can read the packet, and its name must say so. */
  readonly passphrase: string | null;
  readonly target: string;
  readonly replace: boolean;
};

/** What a packet would hold and weigh. */
export function readHandOver(workbook: OpenWorkbook, part: HandOverPart): HandOverView {
  let changes = 0;
  let changesBytes = 0;
  const selected = selectRecords(workbook.database, part);
  for (const { line } of selected.records) {
    changes += 1;
    changesBytes += Buffer.byteLength(line) + 1;
  }
  const files = selected.attachments
    .map((sha256) => attachmentFile(workbook.folder, sha256))
    .filter((file) => existsSync(file));
  const name = suggestedName(workbook, part);
  return {
    changes,
    changesBytes,
    attachments: files.length,
    attachmentBytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
    passphrase: proposePassphrase(workbook.ids.randomHex),
    fileName: `${name}${ENDING}`,
    plainFileName: `${name}${PLAIN}${ENDING}`,
  };
}

/** Refuses a name that does not say that anybody can read the packet. */
export function refuseMisleadingName(target: string, passphrase: string | null): void {
  if (passphrase !== null || path.basename(target).endsWith(`${PLAIN}${ENDING}`)) return;
  throw new WorkbookError(
    'invalid-input',
    `A packet without a passphrase must say so in its name, which has to end in “${PLAIN.trim()}${ENDING}”.`,
  );
}

/**
 * Writes a packet beside its name, reads it back and gives it the name; then notes what has been handed over.
 *
 * @throws WorkbookError `already-exists`, `not-found`, `disk-full`, `too-large`, `check-failed`, `read-only`, `cancelled`. What stood at
 *   the target is still there then.
 */
export async function handOver(
  workbook: OpenWorkbook,
  order: HandOverOrder,
  { report, signal }: JobControl,
): Promise<JobReceipt> {
  const { target } = order;
  if (existsSync(target) && !order.replace) {
    throw new WorkbookError('already-exists', `${target} is there already. Choose another name.`);
  }
  const { work, attachments } = workbookPaths(workbook.folder);
  mkdirSync(work, { recursive: true });
  const folder = mkdtempSync(path.join(work, 'hand-over-'));
  const unfinished = path.join(path.dirname(target), `.${path.basename(target)}.part`);
  const turns = turnsOf(workbook.database);
  try {
    removePart(unfinished);
    report(0.05, 'Gathering the changes');
    const changesFile = path.join(folder, 'changes.ndjson');
    const gathered = await turns.share(() =>
      inTurns(gatherHandOver(workbook, order.part, order.attachments, changesFile), signal).catch(
        (cause: unknown) => {
          throw explainFileFailure(cause, workbook.folder);
        },
      ),
    );
    const { changes, records, missing } = gathered;
    const task: HandOverTask = {
      manifest: sealManifest({
        ...aboutPacket(workbook, order),
        changes,
        attachments: gathered.attachments,
      }),
      changesFile,
      attachments,
      folder,
      target: unfinished,
      passphrase: order.passphrase,
    };
    const written = await runOnThread({
      thread: new URL('./handOverWorker.ts', import.meta.url),
      data: task,
      result: writtenPacketSchema,
      report,
      signal,
      patience: PATIENCE,
      ...threadLimits.writing,
    });
    renameDurably(unfinished, target);
    await turns.share(workbook.database.transaction(() => workbook.consolidations.noteSent(records)));
    return {
      path: target,
      counts: [
        { name: 'Changes', count: records.length },
        { name: 'Files', count: gathered.attachments.length },
        { name: 'Bytes', count: written.bytes },
      ],
      fingerprint: written.sha256,
      notes: missing === 0 ? [] : [`${missing} attached files are not in this copy and not in the packet.`],
      finishedAt: workbook.clock.now().toISOString(),
    };
  } catch (cause) {
    throw explainTargetFailure(cause, target);
  } finally {
    removePart(unfinished);
    rmSync(folder, { recursive: true, force: true });
  }
}

function aboutPacket(
  workbook: OpenWorkbook,
  order: HandOverOrder,
): Omit<UnsealedManifest, 'changes' | 'attachments'> {
  const about = workbook.states.get('workbook', WORKBOOK_ENTITY_ID)?.state ?? {};
  return {
    format: PACKET_FORMAT,
    version: PACKET_VERSION,
    minReader: PACKET_VERSION,
    packet: workbook.ids.randomHex(16),
    workbook: {
      id: workbook.id,
      partnership: settledText(about, 'partnership').slice(0, 400),
      round: settledText(about, 'round').slice(0, 400),
    },
    madeAt: workbook.clock.now().toISOString(),
    author: workbook.author(),
    voice: workbook.voice(),
    voiceName: workbook.nameOfVoice(workbook.voice()).slice(0, 400),
    replica: workbook.replica,
    app: workbook.app,
    part: partOf(workbook, order.part),
    withoutAttachments: !order.attachments,
  };
}

function partOf(workbook: OpenWorkbook, part: HandOverPart): PacketPart {
  if (part.kind === 'everything') return part;
  if (part.kind === 'since') return { kind: 'since', basis: lastPacketTaken(workbook) };
  return { ...part, partnerName: workbook.nameOfVoice(part.partner).slice(0, 400) };
}

function lastPacketTaken(workbook: OpenWorkbook): string | null {
  const [last] = workbook.consolidations.list().filter(({ undoneAt }) => undoneAt === null);
  return last?.receipt.sources.at(-1)?.packet ?? null;
}

/** "West Dunbartonshire 2017-18 from Police Scotland 2026-11-22", without what file systems refuse. */
function suggestedName(workbook: OpenWorkbook, part: HandOverPart): string {
  const about = workbook.states.get('workbook', WORKBOOK_ENTITY_ID)?.state ?? {};
  const whose = part.kind === 'partner' ? part.partner : workbook.voice();
  const words = [
    settledText(about, 'partnership'),
    settledText(about, 'round'),
    'from',
    workbook.author() === '' ? workbook.nameOfVoice(whose) : workbook.author(),
    workbook.clock.now().toISOString().slice(0, 10),
  ];
  return words
    .join(' ')
    .replaceAll(/[^\p{L}\p{N} ,()-]+/gu, '-')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 120)
    .trim();
}
