import { copyFileSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import type { ContributorView } from '../../../shared/api/views/consolidationView.ts';
import { WORKBOOK_ENTITY_ID } from '../../../shared/domain/entityIdentity.ts';
import { settledText } from '../../../shared/domain/entityState.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { refuseWithoutRoom } from '../../packets/roomForFile.ts';
import { turnsOf } from '../../store/connectionTurns.ts';
import { handBackLog } from '../../store/consolidation/handBackLog.ts';
import { explainTargetFailure } from '../../store/file/explainTargetFailure.ts';
import { handOver } from '../consolidation/handOver.ts';
import { sizeOfHandOver } from '../consolidation/readHandOver.ts';
import { threadLimits } from '../consolidation/threadLimits.ts';
import { runOnThread } from '../../threads/runOnThread.ts';
import { placeFile } from '../export/placeFile.ts';
import type { JobControl, JobReceipt } from '../jobs/jobs.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { freeFileNames, plainName } from './freeFileNames.ts';
import { handBackNote } from './handBackNote.ts';
import { writtenNotesSchema, type HandBackTask } from './handBackTask.ts';
import { nameOf } from './listContributors.ts';
import { wholeHandBack } from './readHandBack.ts';
import { isReturnReplica } from '../../../shared/domain/returnWorkbook/returnReplica.ts';

const PACKET_ENDING = { encrypted: '.cjpacket', plain: ' not encrypted.cjpacket' } as const;
/** Bytes that a note is expected to take at most. */
const NOTE_BYTES = 60_000;
/** Silence for this long, in milliseconds, means that the writing hangs. */
const PATIENCE = 60_000;
const everything = { kind: 'everything' } as const;

export type HandBackOrder = {
  readonly contributors: readonly ContributorView[];
  readonly attachments: boolean;
  /** Null: anybody can read the packets, and their names say so. */
  readonly passphrase: string | null;
  /** A folder that is there. */
  readonly folder: string;
};

type Planned = {
  readonly contributor: ContributorView;
  readonly note: string;
  readonly packet: string | null;
};

/**
 * Writes a note for each contributor, and for each who has the program a packet with everything, into one folder; then notes
 * to whom. No file that is there is written over. Stopped or failing at any moment it leaves nothing behind.
 *
 * @throws WorkbookError `cancelled`, `disk-full`, `too-large`, `read-only`, `check-failed`, `not-found`.
 */
export async function writeHandBack(
  workbook: OpenWorkbook,
  order: HandBackOrder,
  control: JobControl,
): Promise<JobReceipt> {
  const { folder, contributors } = order;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new WorkbookError('not-found', `There is no folder ${folder}. Choose one that is there.`);
  const planned = plannedFiles(workbook, order);
  await refuseTooMuch(workbook, order, planned);
  let work: string | undefined;
  try {
    work = mkdtempSync(path.join(folder, '.hand-back-'));
    const packets = planned.flatMap(({ packet }) => packet ?? []);
    const receipt =
      packets.length === 0 ? undefined : await writePackets(workbook, order, packets, work, control);
    await writeNotes(workbook, order, planned, work, control);
    stopIfAsked(control);
    placeAll(work, folder, [...packets, ...planned.map(({ note }) => note)]);
    const at = workbook.clock.now().toISOString();
    const log = handBackLog(workbook.database);
    await turnsOf(workbook.database).share(
      workbook.database.transaction(() => contributors.forEach((contributor) => log.note(contributor, at))),
    );
    const withoutPacket = planned.filter(({ packet }) => packet === null);
    return {
      path: folder,
      counts: [
        { name: 'Contributors', count: contributors.length },
        { name: 'Packets', count: packets.length },
        { name: 'Notes', count: planned.length },
        ...(receipt?.counts ?? []),
      ],
      fingerprint: receipt?.fingerprint ?? '',
      notes: [
        ...(receipt?.notes ?? []),
        ...withoutPacket.map(
          ({ contributor }) =>
            `${nameOf(contributor)} sent an Excel workbook, and gets a note without a packet.`,
        ),
        ...planned.map(({ packet, note }) => (packet === null ? note : `${packet} and ${note}`)),
      ],
      finishedAt: at,
    };
  } catch (cause) {
    throw explainTargetFailure(cause, path.join(folder, planned[0]?.note ?? ''));
  } finally {
    if (work !== undefined) rmSync(work, { recursive: true, force: true });
  }
}

function plannedFiles(workbook: OpenWorkbook, order: HandBackOrder): readonly Planned[] {
  const free = freeFileNames(order.folder);
  const day = workbook.clock.now().toISOString().slice(0, 10);
  const ending = order.passphrase === null ? PACKET_ENDING.plain : PACKET_ENDING.encrypted;
  return order.contributors.map((contributor) => {
    const name = `Hand-back to ${plainName(nameOf(contributor))} ${day}`;
    return {
      contributor,
      note: free(name, '.docx'),
      packet: isReturnReplica(contributor.replica) ? null : free(name, ending),
    };
  });
}

async function refuseTooMuch(
  workbook: OpenWorkbook,
  order: HandBackOrder,
  planned: readonly Planned[],
): Promise<void> {
  const { changesBytes, attachmentBytes } = await turnsOf(workbook.database).share(() =>
    sizeOfHandOver(workbook, everything),
  );
  const packets = planned.filter(({ packet }) => packet !== null).length;
  const each = changesBytes + (order.attachments ? attachmentBytes : 0);
  const all = packets * each + planned.length * NOTE_BYTES;
  refuseWithoutRoom(all, statfsSync(order.folder), order.folder, Math.max(each, NOTE_BYTES));
}

async function writePackets(
  workbook: OpenWorkbook,
  { attachments, passphrase }: HandBackOrder,
  packets: readonly string[],
  work: string,
  control: JobControl,
): Promise<JobReceipt | undefined> {
  const [first, ...others] = packets.map((name) => path.join(work, name));
  if (first === undefined) return undefined;
  const receipt = await handOver(
    workbook,
    { part: everything, attachments, passphrase, target: first, replace: false },
    { ...control, report: (progress, step) => control.report(progress * 0.7, step) },
  );
  const { size } = statSync(first);
  for (const [index, copy] of others.entries()) {
    control.report(0.7 + (0.15 * index) / others.length, 'Copying the packet for each of them');
    await pause();
    stopIfAsked(control);
    copyFileSync(first, copy);
    if (statSync(copy).size !== size) throw new Error('A copy of the packet is not whole');
  }
  return receipt;
}

async function writeNotes(
  workbook: OpenWorkbook,
  { passphrase }: HandBackOrder,
  planned: readonly Planned[],
  work: string,
  { report, signal }: JobControl,
): Promise<void> {
  const about = workbook.states.get('workbook', WORKBOOK_ENTITY_ID)?.state ?? {};
  const notes: HandBackTask['notes'] = [];
  for (const { contributor, note, packet } of planned) {
    report(0.85, 'Going through what became of each contribution');
    await pause();
    const view = wholeHandBack(workbook, contributor.replica, contributor.author);
    const model = handBackNote(view, {
      partnership: settledText(about, 'partnership'),
      round: settledText(about, 'round'),
      marking: settledText(about, 'marking'),
      from: workbook.author(),
      at: workbook.clock.now().toISOString(),
      packet,
      encrypted: passphrase !== null,
    });
    notes.push({ target: path.join(work, note), model });
  }
  const task: HandBackTask = { notes };
  await runOnThread({
    thread: new URL('./handBackNoteWorker.ts', import.meta.url),
    data: task,
    result: writtenNotesSchema,
    report: (progress, step) => report(0.88 + 0.1 * progress, step),
    signal,
    patience: PATIENCE,
    ...threadLimits.writing,
  });
}

/** Gives all files their names; when one can't get its name, none keeps it. */
function placeAll(work: string, folder: string, names: readonly string[]): void {
  const placed: string[] = [];
  try {
    for (const name of names) {
      placeFile(path.join(work, name), path.join(folder, name), false);
      placed.push(name);
    }
  } catch (cause) {
    for (const name of placed) rmSync(path.join(folder, name), { force: true });
    throw cause;
  }
}

function stopIfAsked({ signal }: JobControl): void {
  if (signal.aborted) throw new WorkbookError('cancelled', 'It was stopped. No file was made.');
}
