import path from 'node:path';
import type { ConsolidationEntry } from '../../../shared/api/views/consolidationView.ts';
import { readCanonicalState } from '../../store/consolidation/readCanonicalState.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Ports } from '../ports.ts';
import { refusePathFromPage } from '../refusePathFromPage.ts';
import { refuseWithinWorkbook } from '../refuseWithinWorkbook.ts';
import type { Services } from '../services.ts';
import type { Laptop } from '../start/laptop.ts';
import { workbooksFolder } from '../start/readStart.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import { asTyped } from './asTyped.ts';
import { notTaken } from './consolidate.ts';
import { createFromPacket } from './createFromPacket.ts';
import { deskJobs } from './deskJobs.ts';
import { handOver } from './handOver.ts';
import { joinEvidence, leaveEvidenceAsTwo } from './joinEvidence.ts';
import { listConflicts } from './listConflicts.ts';
import { packetNames, refuseMisleadingName } from './packetName.ts';
import { packetToStartFrom } from './packetToStartFrom.ts';
import { previewServices, type PreviewOperation } from './previewServices.ts';
import { readHandOver } from './readHandOver.ts';
import { settleConflict } from './settleConflict.ts';
import { keepSettlementDraft, listSettlementDrafts } from './settlementDrafts.ts';
import { consolidationToUndo, undoConsolidation } from './undoConsolidation.ts';

type ConsolidationOperation =
  | 'create-from-packet'
  | 'read-hand-over'
  | 'start-hand-over'
  | 'list-consolidations'
  | 'start-undo-consolidation'
  | 'list-conflicts'
  | 'settle-conflict'
  | 'keep-settlement-draft'
  | 'list-settlement-drafts'
  | 'join-evidence'
  | 'leave-evidence-as-two'
  | 'read-state';

/** How many conflicts are listed unless somebody asks for another page. */
const CONFLICTS_A_PAGE = 200;

/** Packets out and in, conflicts, and what goes back to contributors. */
export function consolidationServices(parts: {
  readonly ports: Ports;
  readonly laptop: Laptop;
  readonly keeper: WorkbookKeeper;
  readonly jobs: Jobs;
}): Pick<Services, ConsolidationOperation | PreviewOperation> {
  const { ports, laptop, keeper, jobs } = parts;
  const startingFrom = packetToStartFrom(ports.dialogs);
  const onDesk = deskJobs(jobs);

  return {
    ...previewServices({ ports, keeper, jobs, onDesk }),
    'create-from-packet': async ({ path: given, passphrase, author, folder }) => {
      refusePathFromPage(ports, given);
      refusePathFromPage(ports, folder);
      const place = folder ?? path.join(workbooksFolder(ports), `Workbook ${ports.ids.randomHex(3)}`);
      const passphrases = asTyped(passphrase === undefined ? [] : [passphrase]);
      const workbook = await startingFrom.make(given, passphrase, (packet) => {
        if (author !== '') laptop.changeSettings({ author });
        return createFromPacket(ports, keeper, { packet, passphrases, folder: place });
      });
      return { workbook };
    },
    'read-hand-over': ({ part }) => readHandOver(keeper.current(), part),
    'start-hand-over': async ({ part, attachments, passphrase, path: given, replace }) => {
      refusePathFromPage(ports, given);
      const workbook = keeper.current();
      const suggested = packetNames(workbook, part);
      const name = passphrase === null ? suggested.plainFileName : suggested.fileName;
      const target = given ?? (await ports.dialogs.chooseSavePath('Save the packet', name));
      if (target === null) return { job: null };
      refuseMisleadingName(target, passphrase);
      refuseWithinWorkbook(workbook.folder, target);
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
    'list-consolidations': () => ({ consolidations: consolidationEntries(keeper.current()) }),
    'start-undo-consolidation': () => {
      const workbook = keeper.current();
      const job = jobs.start('undo-consolidation', (control) => undoConsolidation(keeper, workbook, control));
      onDesk.undoing(workbook, job);
      return { job };
    },
    'list-conflicts': ({ offset, limit }) =>
      listConflicts(keeper.current(), offset ?? 0, limit ?? CONFLICTS_A_PAGE),
    'settle-conflict': (input) => settleConflict(keeper.current(), input),
    'keep-settlement-draft': (input) => keepSettlementDraft(keeper.current(), input),
    'list-settlement-drafts': () => ({ drafts: listSettlementDrafts(keeper.current()) }),
    'join-evidence': (input) => joinEvidence(keeper.current(), input),
    'leave-evidence-as-two': (input) => leaveEvidenceAsTwo(keeper.current(), input),
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
    notTaken: notTaken(receipt.sources),
    backup: receipt.backup,
    undoneAt,
    setAside: workbook.consolidations.setAsideBy(number),
    canUndo: id === last,
  }));
}
