import type { EarlyRead } from './readWhileWritten.ts';
import type { ReadableSheet } from './readSheets.ts';
import type { WrittenPart } from './zipWriter.ts';

/** What the reading thread is told when it starts. */
export type ReadingTask = { readonly file: string; readonly sheets: readonly ReadableSheet[] };

/** What it is told later: what is in the file by now, or to stop. */
export type ToReadingThread = WrittenPart | typeof STOP_READING;
export const STOP_READING = 'stop';

/** What it says: how many rows it has read, now and then, and at the end what it found. */
export type ReadingMessage = { readonly rows: number } | { readonly done: EarlyRead };
