import { setImmediate as giveWay } from 'node:timers/promises';
import { exportModel } from '../../../shared/domain/exportModel/exportModel.ts';
import type { ExportSource } from '../../../shared/domain/exportModel/exportSource.ts';
import type { Receipt } from '../../../shared/domain/exportModel/sheetModel.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { writeAndReadBack } from '../../excel/writeAndReadBack.ts';
import { entityStates } from '../../store/entityStates.ts';
import { removePart } from '../../store/file/removePart.ts';
import { openSnapshot } from '../../store/file/snapshot.ts';
import { readExportSource } from '../../store/readExportSource.ts';
import { catalogueReader } from '../workbook/catalogueReader.ts';
import { explainTargetFailure } from '../../store/file/explainTargetFailure.ts';
import type { ExportTask } from './exportTask.ts';
import { placeFile } from './placeFile.ts';
import { protectExport } from './protectExport.ts';

export type ExportControl = {
  readonly signal: AbortSignal;
  /** `progress` from 0 to 1, `step` in words. */
  readonly onProgress: (progress: number, step: string) => void;
};

/** The share of the time that writing takes; most of it is read back meanwhile. */
const WRITING = 0.95;
/** How far a protected export is when everything else has been done. */
const PROTECTING = 0.9;
/** Rows of the sheets that do not grow with the evidence, roughly. */
const OTHER_ROWS = 250;

/**
 * Exports a snapshot: writes beside the target, reads back and compares, and only then gives the file its name.
 * Stopped or failing at any moment, it leaves nothing behind, and with a password nothing unprotected outside the
 * workbook's own folder at any moment.
 *
 * @throws WorkbookError `cancelled`, `already-exists`, `file-in-use`, `disk-full`, `read-only`, `not-found`, `check-failed`.
 */
export async function exportSnapshot(
  task: ExportTask,
  { signal, onProgress }: ExportControl,
): Promise<Receipt> {
  const database = openSnapshot(task.snapshotPath);
  try {
    const { generatedAt, appVersion } = task;
    const catalogue = catalogueReader(entityStates(database)).read();
    const source = readExportSource(database, { catalogue, generatedAt, appVersion });
    const model = exportModel(source);
    const expected = expectedRows(source);
    let rows = 0;
    const share = task.protection === undefined ? 1 : PROTECTING;
    const plainPath = task.protection?.plainPath ?? task.partPath;
    const receipt = await writeAndReadBack(model, plainPath, {
      signal,
      onWritten: (written) => {
        rows = written;
        onProgress(share * WRITING * Math.min(1, written / expected), 'Writing the sheets');
      },
      onRead: (read) =>
        onProgress(
          share * (WRITING + (1 - WRITING) * Math.min(1, read / (rows + OTHER_ROWS))),
          'Checking the finished file',
        ),
    });
    signal.throwIfAborted();
    if (task.protection !== undefined) {
      onProgress(PROTECTING, 'Protecting the file with the password');
      await protectExport(task.protection, task.partPath);
      // So that a wish to stop, which came while the thread was busy, is heard.
      await giveWay();
      signal.throwIfAborted();
    }
    placeFile(task.partPath, task.targetPath, task.replace);
    return receipt;
  } catch (cause) {
    removePart(task.partPath);
    if (task.protection !== undefined) removePart(task.protection.plainPath);
    if (signal.aborted)
      throw new WorkbookError('cancelled', 'The export was stopped. No file was made.', { cause });
    throw explainTargetFailure(cause, task.targetPath);
  } finally {
    database.close();
  }
}

function expectedRows(source: ExportSource): number {
  const onSheets = source.catalogue.outcomes.filter(({ kind }) => kind !== 'national');
  const linked = onSheets.map(({ id }) => source.summaryOf([{ kind: 'outcome', id }]).count);
  return linked.reduce((sum, number) => sum + number, source.counts.evidence + OTHER_ROWS);
}
