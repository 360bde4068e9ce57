import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { failureInWorker } from '../failureInWorker.ts';
import { returnCopyTaskSchema, type ReturnCopyMessage } from './returnCopyTask.ts';
import { writeReturnFile } from './writeReturnFile.ts';

const port = parentPort;
if (port === null) throw new Error('This runs as a thread of its own');
const say = (message: ReturnCopyMessage): void => port.postMessage(message);

// Bundled as CommonJS, which has no await outside a function.
async function run(place: MessagePort): Promise<void> {
  try {
    say({ fingerprint: await writeReturnFile(returnCopyTaskSchema.parse(workerData)) });
  } catch (cause) {
    say(failureInWorker(cause));
  } finally {
    place.close();
  }
}

void run(port);
