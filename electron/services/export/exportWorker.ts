import { parentPort, workerData } from 'node:worker_threads';
import { failureInWorker } from '../failureInWorker.ts';
import { exportTaskSchema, type ExportMessage } from './exportMessages.ts';
import { exportSnapshot } from './exportSnapshot.ts';

const task = exportTaskSchema.parse(workerData);
const stop = new AbortController();
parentPort?.on('message', () => stop.abort());
const say = (message: ExportMessage): void => parentPort?.postMessage(message);

// Bundled as CommonJS, which has no await outside a function.
async function run(): Promise<void> {
  try {
    const { counts, fingerprint, notes } = await exportSnapshot(task, {
      signal: stop.signal,
      onProgress: (progress, step) => say({ progress, step }),
    });
    say({ done: { counts: [...counts], fingerprint, notes: [...notes] } });
  } catch (cause) {
    say(failureInWorker(cause));
  } finally {
    parentPort?.close();
  }
}

void run();
