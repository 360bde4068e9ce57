import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { failureInWorker } from '../failureInWorker.ts';
import { readingTaskSchema, type ReadingMessage } from './returnedWorkbook.ts';
import { readReturnedFile } from './readReturnedFile.ts';

const port = parentPort;
if (port === null) throw new Error('This runs as a thread of its own');
const say = (message: ReadingMessage): void => port.postMessage(message);

// Bundled as CommonJS, which has no await outside a function.
async function run(place: MessagePort): Promise<void> {
  try {
    say({ read: await readReturnedFile(readingTaskSchema.parse(workerData)) });
  } catch (cause) {
    say(failureInWorker(cause));
  } finally {
    place.close();
  }
}

void run(port);
