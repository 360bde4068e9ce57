import { mkdtempSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ConsolidationPreview } from '../../../shared/api/views/consolidationView.ts';
import { WORKBOOK_ENTITY_ID } from '../../../shared/domain/entityIdentity.ts';
import { settledText } from '../../../shared/domain/entityState.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { takeSnapshot } from '../../store/file/snapshot.ts';
import { makePart } from '../../store/file/makePart.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import type { JobControl } from '../jobs/jobs.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { checkedPacketsSchema, type CheckedPackets, type PacketCheck } from './checkedPackets.ts';
import { previewOf } from './previewOf.ts';
import { threadLimits } from './threadLimits.ts';
import { runOnThread } from '../../threads/runOnThread.ts';

/** Packets that have been checked and wait to be taken in. */
export type CheckedPreview = {
  readonly id: string;
  readonly folder: string;
  readonly workbook: OpenWorkbook;
  readonly checked: CheckedPackets;
  readonly preview: ConsolidationPreview;
};

export type PreviewOrder = {
  readonly sources: PacketCheck['sources'];
  readonly passphrases: readonly string[];
};

/** A task may be silent for so long, in milliseconds, and for so many bytes a millisecond more. */
const PATIENCE = 20_000;
const PATIENT_BYTES = 4_000;

/**
 * An empty desk, on which packets are laid out before they are taken in: one lot at a time. `onReading` is told when the
 * workbook has been copied for a check and only the files are read.
 */
export function consolidationDesk(onReading: (signal: AbortSignal) => void) {
  let laidOut: CheckedPreview | undefined;

  function letGo({ folder }: CheckedPreview): void {
    rmSync(folder, { recursive: true, force: true });
  }

  function clear(): void {
    if (laidOut !== undefined) letGo(laidOut);
    laidOut = undefined;
  }

  function find(workbook: OpenWorkbook, id: string): CheckedPreview {
    if (laidOut?.id === id && laidOut.workbook === workbook) return laidOut;
    throw new WorkbookError('stale', 'These packets are not laid out any more. Choose them again.');
  }

  return {
    /**
     * Checks packets and lays them out, in the place of those before, which stay until then.
     *
     * @throws WorkbookError `cancelled`, `disk-full`, `too-large`. That a packet is refused is said in the preview.
     */
    async layOut(
      workbook: OpenWorkbook,
      order: PreviewOrder,
      { report, signal }: JobControl,
    ): Promise<CheckedPreview> {
      const { work, attachments } = workbookPaths(workbook.folder);
      makePart(work);
      const folder = mkdtempSync(path.join(work, 'consolidation-'));
      try {
        const snapshot = takeSnapshot(workbook.database, workbook.folder, { signal });
        const reading = snapshot.then(({ path: file }) => {
          onReading(signal);
          return file;
        });
        try {
          const about = workbook.states.get('workbook', WORKBOOK_ENTITY_ID)?.state ?? {};
          const check: PacketCheck = {
            sources: [...order.sources],
            passphrases: [...order.passphrases],
            workbook: {
              id: workbook.id,
              partnership: settledText(about, 'partnership'),
              round: settledText(about, 'round'),
            },
            folder,
            attachments,
          };
          const checked = await runOnThread({
            thread: new URL('./consolidationWorker.ts', import.meta.url),
            data: check,
            later: reading,
            result: checkedPacketsSchema,
            report,
            signal,
            patience: PATIENCE + bytesOf(order.sources) / PATIENT_BYTES,
            ...threadLimits.reading,
          });
          const id = workbook.ids.randomHex(16);
          clear();
          laidOut = { id, folder, workbook, checked, preview: previewOf(workbook, id, checked) };
          return laidOut;
        } finally {
          await snapshot.then(
            ({ remove }) => remove(),
            () => undefined,
          );
        }
      } catch (cause) {
        rmSync(folder, { recursive: true, force: true });
        throw cause;
      }
    },

    /** @throws WorkbookError `stale` when the desk has been cleared, or laid out anew, since. */
    find,

    /**
     * Takes a preview off the desk to bring it in; its folder is the caller's until it is put back or let go of.
     *
     * @throws WorkbookError `stale`, as `find`.
     */
    take(workbook: OpenWorkbook, id: string): CheckedPreview {
      const found = find(workbook, id);
      laidOut = undefined;
      return found;
    },

    /** Lays a preview that could not be brought in out again, unless others have taken its place. */
    putBack(preview: CheckedPreview): void {
      if (laidOut === undefined) laidOut = preview;
      else letGo(preview);
    },

    letGo,
    clear,
  };
}

function bytesOf(sources: PacketCheck['sources']): number {
  return sources.reduce(
    (sum, source) => sum + (statSync(source.path, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
