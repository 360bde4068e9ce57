import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { answerOnThread } from '../../threads/answerOnThread.ts';
import { openSnapshot } from './snapshot.ts';
import { verifyWorkbook } from './verifyWorkbook.ts';

const { snapshot, attachments, stop } = z
  .strictObject({ snapshot: z.string(), attachments: z.string(), stop: z.instanceof(SharedArrayBuffer) })
  .parse(workerData);
const asked = new Int32Array(stop);

void answerOnThread(({ report }) => {
  const database = openSnapshot(snapshot);
  try {
    return verifyWorkbook(database, attachments, {
      onProgress: report,
      isCancelled: () => Atomics.load(asked, 0) === 1,
    });
  } finally {
    database.close();
  }
});
