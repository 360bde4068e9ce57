import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { openSnapshot } from './snapshot.ts';
import { verifyWorkbook } from './verifyWorkbook.ts';

const { snapshot, attachments } = z
  .strictObject({ snapshot: z.string(), attachments: z.string() })
  .parse(workerData);

const database = openSnapshot(snapshot);
try {
  const report = verifyWorkbook(database, attachments, {
    onProgress: (progress, step) => parentPort?.postMessage({ progress, step }),
  });
  parentPort?.postMessage({ done: true, report });
} catch (cause) {
  if (!(cause instanceof WorkbookError)) throw cause;
  parentPort?.postMessage({ failed: { code: cause.code, message: cause.message } });
} finally {
  database.close();
}
