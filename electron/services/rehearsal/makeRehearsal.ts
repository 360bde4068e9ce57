import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { canonicalForm } from '../../../shared/domain/canonicalForm.ts';
import { PARTNERSHIP_VOICE } from '../../../shared/domain/entityIdentity.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { createDatabase } from '../../store/file/createDatabase.ts';
import { renameDurably, writeDurably } from '../../store/file/durableFile.ts';
import { explainFileFailure } from '../../store/file/fileFailure.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import { changeProperties } from '../../store/file/workbookProperties.ts';
import type { Edit } from '../changes/recordEditor.ts';
import { handOver } from '../consolidation/handOver.ts';
import type { JobControl } from '../jobs/jobs.ts';
import type { IdSource } from '../ports.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { laptopWorkbook, onLaptop, rehearse, seededIds, type LaptopUser } from './rehearsalLaptop.ts';
import type { RehearsalScript, RehearsedPacket } from './rehearsalScript.ts';

/** What a workbook's property `origin` says of a rehearsal. */
export const REHEARSAL_ORIGIN = 'rehearsal';
/** The file beside what there is to bring together that says the passphrase. */
export const PASSPHRASE_FILE = 'passphrase.txt';

/** The same on every computer, so that packets of one rehearsal fit every other. */
const WORKBOOK_ID = '72656865617273616c20776f726b626f';

/** How far it is when the workbook that all of them start from is there, and when everything is written. */
const STARTED = 0.1;
const WRITTEN = 0.95;

export type RehearsalParts = {
  readonly script: RehearsalScript;
  /** The example's content. */
  readonly example: readonly Edit[];
  readonly ids: IdSource;
  /** Throws while what stands in the folder can't be put away, as when it has been opened meanwhile. */
  readonly refuseWhileOpen: () => void;
};

/**
 * Makes a rehearsal in `folder`: the workbook, and in it the packets and the returned workbook to practise on. What stood
 * in `folder` is thrown away once the new one is whole; whatever fails leaves it as it was.
 *
 * @throws WorkbookError `cancelled`, `locked`, `read-only`, `disk-full`.
 */
export async function makeRehearsal(
  folder: string,
  parts: RehearsalParts,
  control: JobControl,
): Promise<void> {
  try {
    mkdirSync(path.dirname(folder), { recursive: true });
    const building = mkdtempSync(`${folder}.new-`);
    try {
      const made = await build(building, parts, control);
      stopIfAsked(control);
      parts.refuseWhileOpen();
      putInPlace(made, folder, path.join(building, 'before'));
    } finally {
      rmSync(building, { recursive: true, force: true });
    }
  } catch (cause) {
    throw explainFileFailure(cause, folder);
  }
}

async function build(
  building: string,
  { script, example, ids }: RehearsalParts,
  control: JobControl,
): Promise<string> {
  control.report(0, 'Making the workbook to practise on');
  const { partnership, note, madeAt, here, packets, returned, passphrase } = script;
  // In the example's own edit of these: one that follows it at once would not know of it, and be in conflict with it.
  const edits = example.map((edit) =>
    edit.entity === 'workbook' ? { ...edit, set: { ...edit.set, partnership, note } } : edit,
  );
  // Another content is another rehearsal: its changes must not go by the numbers of this one's.
  const seed = createHash('sha256')
    .update(canonicalForm({ edits: JSON.stringify(edits), script: JSON.stringify(script) }))
    .digest('hex');
  const base = path.join(building, 'base');
  writeBase(base, edits, { author: 'Example', voice: PARTNERSHIP_VOICE, madeAt }, seededIds(seed));

  const contributions = path.join(building, 'contributions');
  mkdirSync(contributions);
  const laptop = (
    name: string,
    user: LaptopUser,
    use: (workbook: OpenWorkbook) => void | Promise<void>,
  ): Promise<void> => onLaptop(base, path.join(building, name), user, seededIds(`${seed} ${name}`), use);
  const share = sharedProgress(control, packets.length + 1);
  await allEnded(control, [
    ...packets.map((packet, index) =>
      laptop(`laptop-${index + 1}`, packet, (workbook) => {
        const target = path.join(contributions, packet.file);
        return writeContribution(workbook, packet, target, passphrase, share(index));
      }),
    ),
    laptop('sender', { ...here, madeAt: returned.madeAt }, async (workbook) => {
      // Loaded late: no start of the program waits for what types into workbooks of Excel.
      const { writeRehearsedReturn } = await import('./writeRehearsedReturn.ts');
      const target = path.join(contributions, returned.file);
      return writeRehearsedReturn(workbook, returned, target, share(packets.length));
    }),
    laptop('made', here, (workbook) => {
      rehearse(workbook, here);
      // The copy that is practised on is its own: two rehearsals can be told apart.
      changeProperties(workbook.database, { replica: ids.randomHex(8) });
    }),
  ]);
  control.report(WRITTEN, 'Putting everything in its place');
  writeDurably(path.join(contributions, PASSPHRASE_FILE), `${passphrase}\n`);
  const made = path.join(building, 'made');
  renameDurably(contributions, workbookPaths(made).rehearsal);
  return made;
}

function writeBase(folder: string, edits: readonly Edit[], user: LaptopUser, ids: IdSource): void {
  const properties = {
    id: WORKBOOK_ID,
    replica: ids.randomHex(8),
    voice: user.voice,
    created_at: user.madeAt,
    origin: REHEARSAL_ORIGIN,
  };
  createDatabase(folder, properties, (database) =>
    laptopWorkbook(database, folder, user, ids).changes.applySilently(edits),
  );
}

async function writeContribution(
  workbook: OpenWorkbook,
  packet: RehearsedPacket,
  target: string,
  passphrase: string,
  control: JobControl,
): Promise<void> {
  rehearse(workbook, packet);
  const part = { kind: packet.part };
  await handOver(workbook, { part, attachments: true, passphrase, target, replace: false }, control);
}

/** Tells of files that are written beside each other as of one piece of work: how far all of them together are. */
function sharedProgress({ report, signal }: JobControl, files: number): (file: number) => JobControl {
  const shares = Array.from({ length: files }, () => 0);
  return (file) => ({
    signal,
    report: (progress) => {
      shares[file] = progress;
      const written = shares.reduce((sum, share) => sum + share, 0) / files;
      report(STARTED + (WRITTEN - STARTED) * written, 'Writing the packets and the workbook to fill in');
    },
  });
}

/** Waits for all of them, also when one has failed: their folders are to be removed after that. */
async function allEnded(control: JobControl, work: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  stopIfAsked(control);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

function stopIfAsked({ signal }: JobControl): void {
  if (signal.aborted) throw new WorkbookError('cancelled', 'It was stopped. Nothing was made.');
}

/** Renames the new folder into place; what stood there goes to `before`, which the caller removes. */
function putInPlace(made: string, folder: string, before: string): void {
  const stood = existsSync(folder);
  if (stood) renameSync(folder, before);
  try {
    renameDurably(made, folder);
  } catch (cause) {
    if (stood) renameSync(before, folder);
    throw cause;
  }
}
