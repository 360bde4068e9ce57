import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
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
    // A failing disk goes on as it is: the other side says it in words.
    if (!(cause instanceof WorkbookError)) throw cause;
    const detail = cause.cause instanceof Error ? (cause.cause.stack ?? cause.cause.message) : '';
    say({ failed: { code: cause.code, message: cause.message }, detail });
  } finally {
    place.close();
  }
}

void run(port);
