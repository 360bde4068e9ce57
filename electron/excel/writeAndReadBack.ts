import type { ExportModel, Receipt } from '../../shared/domain/exportModel/sheetModel.ts';
import { readBack } from './readBack.ts';
import { startReading } from './startReading.ts';
import { writeWorkbook } from './writeWorkbook.ts';

export type WriteAndReadOptions = {
  readonly signal?: AbortSignal;
  /** Called now and then with the rows written so far, of all sheets. */
  readonly onWritten?: (rows: number) => void;
  /** Called now and then, once everything is written, with the rows read back so far. */
  readonly onRead?: (rows: number) => void;
};

/**
 * Writes the export to a file that must not exist yet, while a second thread reads it back, and compares the finished
 * file with what was meant. Failing or aborted it leaves a part of a file behind for the caller to remove.
 *
 * @throws WorkbookError `check-failed` when the file does not agree.
 */
export async function writeAndReadBack(
  model: ExportModel,
  file: string,
  { signal, onWritten, onRead }: WriteAndReadOptions = {},
): Promise<Receipt> {
  const reading = startReading(file, model);
  const stop = (): void => void reading.stop();
  signal?.addEventListener('abort', stop, { once: true });
  const listening = signal === undefined ? {} : { signal };
  try {
    const receipt = await writeWorkbook(model, file, {
      ...listening,
      ...(onWritten === undefined ? {} : { onRows: onWritten }),
      onWritten: reading.follow,
    });
    await readBack(file, model, receipt, {
      ...listening,
      ...(onRead === undefined ? {} : { onRows: onRead }),
      earlyRead: reading.finish,
    });
    // The thread may have been done when it was told to stop.
    signal?.throwIfAborted();
    return receipt;
  } finally {
    signal?.removeEventListener('abort', stop);
    await reading.stop();
  }
}
