import { mkdirSync, statfsSync } from 'node:fs';
import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { packetLimits } from '../../packets/packetLimits.ts';
import { discardStaged, stageBytes } from '../../store/attachments/stageBytes.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import type { IdSource } from '../ports.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

type Piece = ParsedInputOf<'stage-contribution'>;

/** Dropped contributions on their way in, piece by piece, as a browser hands them over. None is under way yet. */
export function stagedContributions(ids: IdSource) {
  /** Those that nobody has laid out yet, by their tokens. */
  const waiting = new Map<string, OpenWorkbook>();

  return {
    /**
     * Takes the next piece of a dropped file.
     *
     * @throws WorkbookError `too-large`, `disk-full` before anything is read; `not-found`, `read-only`.
     */
    take(workbook: OpenWorkbook, { token, bytes, base64 }: Piece): { token: string; bytes: number } {
      const { folder } = workbook;
      if (token === null) refuseWithoutRoom(workbookPaths(folder).work, bytes);
      const staged = stageBytes(
        folder,
        token,
        Buffer.from(base64, 'base64'),
        () => ids.randomHex(16),
        // More than was announced is a file that is still being written.
        {
          bytes,
          sentence: 'The file became larger while it was read. Wait until it is whole, then drop it again.',
        },
      );
      waiting.set(staged.token, workbook);
      return { ...staged };
    },

    /** Keeps those of a lot that is laid out, and lets go of the others: nobody will come back for them. */
    layOut(tokens: readonly string[]): void {
      for (const token of tokens) waiting.delete(token);
      for (const [token, { folder }] of waiting) discardStaged(folder, token);
      waiting.clear();
    },
  };
}

/** Said before anything is read: somebody who drops a gigabyte should not wait for it to be refused. */
function refuseWithoutRoom(place: string, bytes: number): void {
  if (bytes > packetLimits.file)
    throw new WorkbookError(
      'too-large',
      'It is larger than 2 GB, which no packet is. Ask for one without the attached files, or for several with a part each.',
    );
  mkdirSync(place, { recursive: true });
  const { bsize, bavail } = statfsSync(place);
  if (bsize * bavail < bytes)
    throw new WorkbookError(
      'disk-full',
      `It needs ${inMegabytes(bytes)}, and ${inMegabytes(bsize * bavail)} are free on the disk that holds the workbook. Make some room there, then drop it again.`,
    );
}

function inMegabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024 ** 2)).toLocaleString('en-GB')} MB`;
}
