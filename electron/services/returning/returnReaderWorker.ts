import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
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
    if (!(cause instanceof WorkbookError)) throw cause;
    const detail = cause.cause instanceof Error ? (cause.cause.stack ?? cause.cause.message) : '';
    say({ failed: { code: cause.code, message: cause.message }, detail });
  } finally {
    place.close();
  }
}

void run(port);
