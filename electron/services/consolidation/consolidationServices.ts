import path from 'node:path';
import type { ConsolidationEntry } from '../../../shared/api/views/consolidationView.ts';
import { normalPassphrase } from '../../../shared/domain/consolidation/proposePassphrase.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { stagedFile } from '../../store/attachments/stageBytes.ts';
import { readCanonicalState } from '../../store/consolidation/readCanonicalState.ts';
import type { JobReceipt, Jobs } from '../jobs/jobs.ts';
import type { Ports } from '../ports.ts';
import type { Services } from '../services.ts';
import type { Laptop } from '../start/laptop.ts';
import { workbooksFolder } from '../start/readStart.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import type { PacketCheck } from './checkedPackets.ts';
import { consolidate } from './consolidate.ts';
import { consolidationDesk, type CheckedPreview } from './consolidationDesk.ts';
import { createFromPacket } from './createFromPacket.ts';
import { handOver, readHandOver, refuseMisleadingName } from './handOver.ts';
import { joinEvidence } from './joinEvidence.ts';
import { listConflicts } from './listConflicts.ts';
import { readHandBack } from './readHandBack.ts';
import { settleConflict } from './settleConflict.ts';
import { consolidationToUndo, undoConsolidation } from './undoConsolidation.ts';

type ConsolidationOperation =
  | 'create-from-packet'
  | 'read-hand-over'
  | 'start-hand-over'
  | 'start-consolidation-preview'
  | 'read-consolidation-preview'
  | 'discard-consolidation-preview'
  | 'start-consolidation'
  | 'list-consolidations'
  | 'start-undo-consolidation'
  | 'list-conflicts'
  | 'settle-conflict'
  | 'join-evidence'
  | 'read-hand-back'
  | 'read-state';

/** How many conflicts are listed unless somebody asks for another page. */
const CONFLICTS_A_PAGE = 200;

/** Packets out and in, conflicts, and what goes back to contributors. */
export function consolidationServices(parts: {
  readonly ports: Ports;
  readonly laptop: Laptop;
  readonly keeper: WorkbookKeeper;
  readonly jobs: Jobs;
}): Pick<Services, ConsolidationOperation> {
  const { ports, laptop, keeper, jobs } = parts;
  const desk = consolidationDesk();
  const previews = new Map<string, string>();

  /** What is to be laid out, or null when the person changed their mind. */
  async function chosenSources(
    workbook: OpenWorkbook,
    paths: readonly string[] | undefined,
    staged: readonly { readonly token: string; readonly name: string }[] | undefined,
  ): Promise<PacketCheck['sources'] | null> {
    const dropped = (staged ?? []).map(({ token, name }) => ({
      path: stagedFile(workbook.folder, token),
      name,
    }));
    const named = paths ?? (dropped.length > 0 ? [] : await ports.dialogs.chooseFiles('Choose packets'));
    if (named === null) return null;
    return [...named.map((file) => ({ path: path.resolve(file), name: path.basename(file) })), ...dropped];
  }

  return {
    'create-from-packet': async ({ path: given, passphrase, author, folder }) => {
      const [packet] =
        given === undefined ? ((await ports.dialogs.chooseFiles('Choose a packet')) ?? []) : [given];
      if (packet === undefined) return { workbook: null };
      if (author !== '') laptop.changeSettings({ author });
      const place = folder ?? path.join(workbooksFolder(ports), `Workbook ${ports.ids.randomHex(3)}`);
      const passphrases = asTyped(passphrase === undefined ? [] : [passphrase]);
      return {
        workbook: await createFromPacket(ports, keeper, {
          packet: path.resolve(packet),
          passphrases,
          folder: place,
        }),
      };
    },
    'read-hand-over': ({ part }) => readHandOver(keeper.current(), part),
    'start-hand-over': async ({ part, attachments, passphrase, path: given, replace }) => {
      const workbook = keeper.current();
      const suggested = readHandOver(workbook, part);
      const name = passphrase === null ? suggested.plainFileName : suggested.fileName;
      const target = given ?? (await ports.dialogs.chooseSavePath('Save the packet', name));
      if (target === null) return { job: null };
      refuseMisleadingName(target, passphrase);
      // A dialog has asked by itself whether a file that is there may be replaced.
      const order = {
        part,
        attachments,
        passphrase,
        target: path.resolve(target),
        replace: replace ?? given === undefined,
      };
      return { job: jobs.start('hand-over', (control) => handOver(workbook, order, control)) };
    },
    'start-consolidation-preview': async ({ paths, staged, passphrases }) => {
      const workbook = keeper.current();
      const sources = await chosenSources(workbook, paths, staged);
      if (sources === null || sources.length === 0) return { job: null };
      const job: string = jobs.start('consolidation-preview', async (control) => {
        const laidOut = await desk.layOut(
          workbook,
          { sources, passphrases: asTyped(passphrases ?? []) },
          control,
        );
        previews.set(job, laidOut.id);
        return previewReceipt(laidOut, workbook.clock.now().toISOString());
      });
      return { job };
    },
    'read-consolidation-preview': ({ job }) => {
      const id = previews.get(job);
      if (id === undefined)
        throw new WorkbookError('not-found', 'These packets have not been checked to the end.');
      return desk.find(keeper.current(), id).preview;
    },
    'discard-consolidation-preview': () => {
      desk.clear();
      return {};
    },
    'start-consolidation': ({ preview }) => {
      const checked = desk.find(keeper.current(), preview);
      const job = jobs.start('consolidation', async (control) => {
        const receipt = await consolidate(keeper, checked, control);
        desk.clear();
        return receipt;
      });
      return { job };
    },
    'list-consolidations': () => ({ consolidations: consolidationEntries(keeper.current()) }),
    'start-undo-consolidation': () => {
      const workbook = keeper.current();
      return {
        job: jobs.start('undo-consolidation', (control) => undoConsolidation(keeper, workbook, control)),
      };
    },
    'list-conflicts': ({ offset, limit }) =>
      listConflicts(keeper.current(), offset ?? 0, limit ?? CONFLICTS_A_PAGE),
    'settle-conflict': (input) => settleConflict(keeper.current(), input),
    'join-evidence': (input) => joinEvidence(keeper.current(), input),
    'read-hand-back': ({ replica, author }) => readHandBack(keeper.current(), replica, author),
    'read-state': ({ lines: wanted }) => {
      const workbook = keeper.current();
      const lines: string[] = [];
      const state = readCanonicalState(
        workbook.database,
        wanted === true ? (line) => lines.push(line) : undefined,
      );
      return { ...state, conflicts: workbook.states.conflicts(), records: workbook.log.count(), lines };
    },
  };
}

/** Each passphrase as it was typed and, where that is another, as it was meant. */
function asTyped(passphrases: readonly string[]): readonly string[] {
  return [...new Set(passphrases.flatMap((typed) => [typed, normalPassphrase(typed)]))];
}

function previewReceipt({ folder, preview }: CheckedPreview, finishedAt: string): JobReceipt {
  const { total, sources } = preview;
  return {
    path: folder,
    counts: [
      { name: 'Packets', count: sources.length },
      { name: 'New changes', count: total.changes - total.known },
      { name: 'Conflicts', count: total.conflicts },
    ],
    fingerprint: '',
    notes: sources.flatMap(({ name, sentence }) => (sentence === null ? [] : [`${name}: ${sentence}`])),
    finishedAt,
  };
}

function consolidationEntries(workbook: OpenWorkbook): ConsolidationEntry[] {
  const last = consolidationToUndo(workbook)?.id;
  return workbook.consolidations.list().map(({ number, id, at, undoneAt, receipt }) => ({
    id,
    at,
    author: receipt.author,
    sources: receipt.sources.map(({ file, author, voiceName, replica }) => ({
      name: file,
      author,
      voiceName,
      replica,
    })),
    added: receipt.added,
    attachments: receipt.attachments,
    conflictsBefore: receipt.conflictsBefore,
    conflictsAfter: receipt.conflictsAfter,
    undoneAt,
    setAside: workbook.consolidations.setAsideBy(number),
    canUndo: id === last,
  }));
}
