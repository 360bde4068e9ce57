import { Worker } from 'node:worker_threads';
import type { ExportModel } from '../../shared/domain/exportModel/sheetModel.ts';
import {
  STOP_READING,
  type ReadingMessage,
  type ReadingTask,
  type ToReadingThread,
} from './readingMessages.ts';
import { STYLES_PATH, type EarlyRead } from './readWhileWritten.ts';
import { sheetPath } from './sheetParts.ts';
import type { WrittenPart } from './zipWriter.ts';

/** Its texts are gone as soon as they are read: in little room they are cleared away early. In megabytes. */
const LIMITS = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 512 } as const;
/** How long the thread may take to end by itself, in milliseconds: one that is ended can take the program with it. */
const GRACE = 10_000;

/** A second thread that reads the sheets of a workbook while they are being written. */
export type Reading = {
  readonly follow: (part: WrittenPart) => void;
  /** What was read, once every sheet is written. `onRows` is told how many rows that is so far. */
  readonly finish: (onRows: (rows: number) => void) => Promise<EarlyRead>;
  /** Ends the thread, whatever it does. Afterwards it has no file open. */
  readonly stop: () => Promise<void>;
};

/** Starts a thread that reads back the file, which need not be there yet. */
export function startReading(file: string, model: ExportModel): Reading {
  const sheets = model.sheets.map(({ name, columns, counted }, index) => ({
    path: sheetPath(index + 1),
    name,
    columns: columns.map(({ key }) => ({ key })),
    counted,
  }));
  const followed = new Set([STYLES_PATH, ...sheets.map(({ path }) => path)]);
  const task: ReadingTask = { file, sheets };
  const thread = new Worker(new URL('./readingWorker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: LIMITS,
  });
  const tell = (told: ToReadingThread): void => thread.postMessage(told);
  const exited = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  let rows = 0;
  let tellRows = (_rows: number): void => undefined;
  const found = new Promise<EarlyRead>((resolve, reject) => {
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The reading ended without an answer')));
    thread.on('message', (message: ReadingMessage) => {
      if ('done' in message) return resolve(message.done);
      rows = message.rows;
      tellRows(rows);
    });
  });
  // A failure is heard by whoever waits for the end; until then the writing goes on.
  found.catch(() => undefined);

  return {
    follow: (part) => {
      if (followed.has(part.name)) tell(part);
    },
    finish(onRows) {
      tellRows = onRows;
      onRows(rows);
      return found;
    },
    async stop() {
      tell(STOP_READING);
      const kill = setTimeout(() => void thread.terminate(), GRACE);
      await exited;
      clearTimeout(kill);
    },
  };
}
