import { parentPort, workerData } from 'node:worker_threads';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
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
    if (!(cause instanceof WorkbookError)) throw cause;
    const detail = cause.cause instanceof Error ? (cause.cause.stack ?? cause.cause.message) : '';
    say({ failed: { code: cause.code, message: cause.message }, detail });
  } finally {
    parentPort?.close();
  }
}

void run();
