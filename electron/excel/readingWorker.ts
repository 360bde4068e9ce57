import { parentPort, workerData } from 'node:worker_threads';
import { growingFile } from './growingFile.ts';
import {
  STOP_READING,
  type ReadingMessage,
  type ReadingTask,
  type ToReadingThread,
} from './readingMessages.ts';
import { readWhileWritten } from './readWhileWritten.ts';

/** So many rows are read between two words about it. */
const WORD_AFTER = 1_000;

// Whoever starts this thread hands over exactly that; checking it would load more than all the rest of the thread.
const { file, sheets } = workerData as ReadingTask;
const say = (message: ReadingMessage): void => parentPort?.postMessage(message);
const growing = growingFile(file);
parentPort?.on('message', (told: ToReadingThread) => {
  if (told === STOP_READING) growing.stop();
  else growing.follow(told);
});

// Bundled as CommonJS, which has no await outside a function.
async function run(): Promise<void> {
  let rows = 0;
  let said = 0;
  try {
    const done = await readWhileWritten(growing, sheets, (some) => {
      rows += some;
      if (rows - said < WORD_AFTER) return;
      said = rows;
      say({ rows });
    });
    say({ done });
  } finally {
    await growing.close();
    parentPort?.close();
  }
}

void run();
