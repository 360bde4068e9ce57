import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { HandOverPart } from '../../../shared/api/views/consolidationView.ts';
import { WORKBOOK_ENTITY_ID } from '../../../shared/domain/entityIdentity.ts';
import { settledText } from '../../../shared/domain/entityState.ts';
import { isReturnReplica } from '../../../shared/domain/returnWorkbook/returnReplica.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import {
  PACKET_FORMAT,
  PACKET_VERSION,
  sealManifest,
  type PacketPart,
  type UnsealedManifest,
} from '../../packets/packetManifest.ts';
import { turnsOf } from '../../store/connectionTurns.ts';
import { renameDurably } from '../../store/file/durableFile.ts';
import { explainTargetFailure } from '../../store/file/explainTargetFailure.ts';
import { removePart } from '../../store/file/removePart.ts';
import { explainFileFailure } from '../../store/file/fileFailure.ts';
import { makePart } from '../../store/file/makePart.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import { inPieces, inTurns } from '../../store/steps.ts';
import type { JobControl, JobReceipt } from '../jobs/jobs.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { gatherHandOver } from './gatherHandOver.ts';
import { writtenPacketSchema, type HandOverTask } from './handOverTask.ts';
import { threadLimits } from './threadLimits.ts';
import { runOnThread } from '../../threads/runOnThread.ts';

/** Silence for this long, in milliseconds, means that the writing hangs; a slow stick reports now and then. */
const PATIENCE = 120_000;
/** A few milliseconds' work, and a sync. */
const NOTED_AT_ONCE = 5_000;

export type HandOverOrder = {
  readonly part: HandOverPart;
  readonly attachments: boolean;
  /** Null: anybody can read the packet, and its name must say so. */
  readonly passphrase: string | null;
  readonly target: string;
  readonly replace: boolean;
};

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
  makePart(work);
  const folder = mkdtempSync(path.join(work, 'hand-over-'));
  const unfinished = path.join(path.dirname(target), `.${path.basename(target)}.part`);
  const turns = turnsOf(workbook.database);
  try {
    removePart(unfinished);
    report(0.05, 'Gathering the changes');
    const changesFile = path.join(folder, 'changes');
    const gathered = await turns.share(() =>
      gatherHandOver(workbook, order.part, order.attachments, changesFile, signal).catch((cause: unknown) => {
        throw explainFileFailure(cause, workbook.folder);
      }),
    );
    const { packed, records, missing } = gathered;
    const task: HandOverTask = {
      manifest: sealManifest({
        ...aboutPacket(workbook, order),
        changes: packed.changes,
        attachments: gathered.attachments,
      }),
      packed,
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
    await turns.share(() => noteSent(workbook, records));
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

/** Piece by piece, each for itself: what was not noted when the power went counts as not handed over yet. */
function noteSent({ database, consolidations }: OpenWorkbook, records: readonly string[]): Promise<void> {
  const noting = inPieces(records, NOTED_AT_ONCE, (piece) =>
    database.transaction(() => consolidations.noteShared(piece))(),
  );
  // The packet is there: stopping comes too late.
  return inTurns(noting, new AbortController().signal);
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

function lastPacketTaken({ consolidations }: OpenWorkbook): string | null {
  const number = consolidations.ofLastPacket();
  const sources = consolidations.list().find((one) => one.number === number)?.receipt.sources ?? [];
  return sources.findLast(({ replica }) => !isReturnReplica(replica))?.packet ?? null;
}
